import { Button, Dropdown, Menu } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { ImportRules } from './ImportRules';
import { offerFile } from './offerFile';

interface Props {
  datasourceUid: string;
  onChange: () => void;
}

/** The rules as a YAML file, out and in: the same form as the provisioning folder's. For Editors. */
export function RulesAsCode({ datasourceUid, onChange }: Props) {
  const [isImporting, setIsImporting] = useState(false);
  const download = useAction(
    useCallback(async () => {
      offerFile('seamark-alerts.yaml', await callRoute(datasourceUid, 'exportAlertRules', {}));
    }, [datasourceUid])
  );
  if (!mayEdit()) {
    return null;
  }
  const menu = (
    <Menu>
      <Menu.Item label="Export all as YAML" icon="download-alt" onClick={() => void download.run()} />
      <Menu.Item label="Import YAML…" icon="upload" onClick={() => setIsImporting(true)} />
    </Menu>
  );
  return (
    <>
      <Dropdown overlay={menu} placement="bottom-end">
        <Button variant="secondary" icon="brackets-curly" disabled={download.running}>
          YAML
        </Button>
      </Dropdown>
      {download.error && <ErrorNotice title="The rules were not exported" message={download.error.message} />}
      {isImporting && (
        <ImportRules datasourceUid={datasourceUid} onClose={() => setIsImporting(false)} onImport={onChange} />
      )}
    </>
  );
}
