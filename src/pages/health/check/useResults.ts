import type { SceneTimeRangeLike } from '@grafana/scenes';
import { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive, type Live } from '../../../api/useLive';
import { rangeNow } from '../../../components/rangeNow';
import type { HealthStatus } from '../../../contract/health/words';
import type { ProbeResult } from '../../../contract/resources/healthChecks';

const refreshMs = 15_000;
const firstRows = 50;
const mostRows = 500;

/** Results of a check within a range, newest first, and which of them are asked for. */
export interface Results {
  page: Live<{ items: ProbeResult[]; next_cursor: string | null }>;
  status: HealthStatus | undefined;
  setStatus: (status: HealthStatus | undefined) => void;
  /** Undefined: no more are shown. */
  showMore: (() => void) | undefined;
}

/** Reads results once for all that shows something of them. */
export function useResults(datasourceUid: string, checkId: string, range: SceneTimeRangeLike): Results {
  const { from, to } = range.useState();
  const [status, setStatus] = useState<HealthStatus>();
  const [limit, setLimit] = useState(firstRows);
  const load = useCallback(
    () =>
      callRoute(datasourceUid, 'listHealthResults', {
        params: { id: checkId },
        query: { ...rangeNow({ from, to }, range.getTimeZone()), limit, ...(status && { status }) },
      }),
    [datasourceUid, checkId, range, from, to, status, limit]
  );
  const page = useLive(load, refreshMs);
  const isMore = page.value?.next_cursor && limit < mostRows;
  return { page, status, setStatus, showMore: isMore ? () => setLimit(mostRows) : undefined };
}
