// Loaded into a server before anything else: its wall clock runs off the machine's by the milliseconds in a file, which
// may change at any time. Timers and PostgreSQL keep the machine's time, as they do when a clock is set.
const { readFileSync } = require('node:fs');

const Machine = Date;
let offset = 0;
const read = () => {
  try {
    offset = Number(readFileSync(process.env.BENCH_CLOCK_FILE, 'utf8')) || 0;
  } catch {
    // Just being written: the next look finds it.
  }
};
read();
setInterval(read, 50).unref();

const now = () => Machine.now() + offset;
globalThis.Date = new Proxy(Machine, {
  apply: () => new Machine(now()).toString(),
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
