import { useEffect, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import type { FirstData } from '../../../contract/resources/apps';

/** Short enough to be seen as "at once", long enough not to be noticed by the server. */
const pollMs = 2000;

/**
 * Asks whether anything has arrived from the app, again and again until it has. A question that fails is asked again;
 * undefined before the first answer.
 */
export function useFirstData(datasourceUid: string, appId: string): FirstData | undefined {
  const [firstData, setFirstData] = useState<FirstData>();

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await callRoute(datasourceUid, 'getFirstData', { params: { id: appId } }).catch(() => undefined);
      if (left) {
        return;
      }
      if (answer) {
        setFirstData(answer);
      }
      if (!answer?.received) {
        timer = setTimeout(() => void ask(), pollMs);
      }
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [datasourceUid, appId]);

  return firstData;
}
