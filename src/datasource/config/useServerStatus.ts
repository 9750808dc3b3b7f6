import { getDataSourceSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import type { ServerStatus } from '../../contract/resources/status';
import { SeamarkDatasource } from '../SeamarkDatasource';

/**
 * How the server of a saved datasource is; undefined while unknown, or when it does not answer ("Save & test" says
 * why). Asked again when `version`, Grafana's count of the settings' changes, moves.
 */
export function useServerStatus(uid: string, version: number | undefined): ServerStatus | undefined {
  const [status, setStatus] = useState<ServerStatus>();
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const found = await statusOf(uid).catch(() => undefined);
      if (isWanted) {
        setStatus(found);
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [uid, version]);
  return status;
}

async function statusOf(uid: string): Promise<ServerStatus | undefined> {
  const datasource = await getDataSourceSrv().get(uid);
  return datasource instanceof SeamarkDatasource ? datasource.getStatus() : undefined;
}
