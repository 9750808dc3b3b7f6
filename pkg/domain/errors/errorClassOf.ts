const named = /^(?:uncaught )?(?:\(in promise\) )?([A-Z][\w$.]{0,98}(?:Error|Exception|Warning|Failure))(?=:|\s|$)/i;

/**
 * Class of an error whose stack or message begins with it, as `TypeError: x is not a function` does; undefined where
 * neither says one.
 */
export function errorClassOf(message: string, stack: string | null): string | undefined {
  return (named.exec((stack ?? '').trimStart().slice(0, 200)) ?? named.exec(message.slice(0, 200)))?.[1];
}
