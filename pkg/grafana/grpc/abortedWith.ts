/** Aborted as soon as the caller of `call` gave up. */
export function abortedWith(call: { cancelled: boolean } & NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController();
  if (call.cancelled) {
    controller.abort();
  }
  call.on('cancelled', () => controller.abort());
  return controller.signal;
}
