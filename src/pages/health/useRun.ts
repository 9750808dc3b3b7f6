import { useCallback, useState } from 'react';
import { useAction, type Action } from '../../api/useAction';
import type { ProbeResult } from '../../contract/resources/healthChecks';

/** Looks at a service when a person asks for it; the latest result stays until the next. */
export function useRun<A extends unknown[]>(
  probe: (...args: A) => Promise<ProbeResult>
): Action<A> & { result: ProbeResult | undefined } {
  const [result, setResult] = useState<ProbeResult>();
  const action = useAction(
    useCallback(
      async (...args: A) => {
        setResult(undefined);
        setResult(await probe(...args));
      },
      [probe]
    )
  );
  return { ...action, result };
}
