import { config, locationService } from '@grafana/runtime';
import { dateTime } from '@grafana/data';
import { Button, EmptyState, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { listEvery } from '../../../api/listEvery';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { Calendar } from './Calendar';
import { MuteFilter } from './MuteFilter';
import { readMaintainedService, readMuteStatus, readSilencedLabels } from './readMuteSearch';
import { SilenceCard } from './SilenceCard';
import { SilenceForm } from './SilenceForm';
import { useSaveMute, type EditedMute } from './useSaveMute';
import { WindowCard } from './WindowCard';
import { draftOfWindow, newWindowDraft } from './WindowDraft';
import { WindowForm } from './WindowForm';

const refreshMs = 30_000;

/** What nobody is told of: silences by a person, maintenance windows by plan, and a calendar of both. */
export default function SilencesScreen({ datasourceUid }: { datasourceUid: string }) {
  const [given] = useState(() => readSilencedLabels(locationService.getSearch()));
  const [service] = useState(() => readMaintainedService(locationService.getSearch()));
  const [status, setStatus] = useState(() => readMuteStatus(locationService.getSearch()));
  const [edited, setEdited] = useState<EditedMute | undefined>(() => {
    const asked = given.length > 0 ? ('silence' as const) : service && ('window' as const);
    return asked && mayEdit() ? { kind: asked } : undefined;
  });
  const load = useCallback(async () => {
    const [silences, windows] = await Promise.all([
      listEvery((cursor) =>
        callRoute(datasourceUid, 'listSilences', { query: { limit: 500, ...(cursor && { cursor }) } })
      ),
      listEvery((cursor) =>
        callRoute(datasourceUid, 'listMaintenanceWindows', { query: { limit: 500, ...(cursor && { cursor }) } })
      ),
    ]);
    return { silences, windows };
  }, [datasourceUid]);
  const { value, error, reload } = useLive(load, refreshMs);
  const close = useCallback(() => setEdited(undefined), []);
  const { saveSilence, saveWindow } = useSaveMute(datasourceUid, edited, () => {
    close();
    reload();
  });

  if (edited?.kind === 'silence') {
    return (
      <SilenceForm
        datasourceUid={datasourceUid}
        silence={edited.silence}
        matchers={given}
        save={saveSilence}
        onCancel={close}
      />
    );
  }
  if (edited?.kind === 'window') {
    const fresh = () =>
      newWindowDraft(
        config.bootData.user.timezone || 'UTC',
        dateTime().add(1, 'hour').format('YYYY-MM-DDTHH:00'),
        service ? [service] : []
      );
    return (
      <WindowForm
        datasourceUid={datasourceUid}
        initial={edited.window ? draftOfWindow(edited.window) : fresh()}
        isNew={edited.window === undefined}
        save={saveWindow}
        onCancel={close}
      />
    );
  }
  if (!value) {
    return error ? (
      <ErrorNotice title="The silences cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the silences" lines={8} />
    );
  }
  const silences = value.silences.filter((silence) => !status || silence.status === status);
  const windows = value.windows.filter((window) => !status || window.status === status);
  const isEmpty = value.silences.length === 0 && value.windows.length === 0;
  const create = mayEdit() && (
    <Stack gap={1} wrap="wrap">
      <Button icon="bell-slash" onClick={() => setEdited({ kind: 'silence' })}>
        New silence
      </Button>
      <Button variant="secondary" icon="calendar-alt" onClick={() => setEdited({ kind: 'window' })}>
        New maintenance window
      </Button>
    </Stack>
  );
  return (
    <Stack direction="column" gap={2}>
      {error && <ErrorNotice title="This page is not up to date" message={error.message} onRetry={reload} />}
      <Stack gap={1} wrap="wrap" justifyContent="space-between">
        <MuteFilter
          status={status}
          onChange={(next) => {
            setStatus(next);
            locationService.partial({ status: next }, true);
          }}
        />
        {create}
      </Stack>
      {isEmpty && (
        <EmptyState variant="completed" message="Nothing is silenced">
          A silence keeps alerts from telling anybody for a while; a maintenance window does so by plan, once or again
          and again. Alerts open and end as ever, and the inbox shows them.
        </EmptyState>
      )}
      {!isEmpty && silences.length === 0 && windows.length === 0 && (
        <EmptyState variant="not-found" message="Nothing of this state">
          Choose all states to see what there is.
        </EmptyState>
      )}
      {silences.length > 0 && (
        <>
          <Text element="h3">Silences</Text>
          <CardList>
            {silences.map((silence) => (
              <SilenceCard
                key={silence.id}
                datasourceUid={datasourceUid}
                silence={silence}
                onEdit={() => setEdited({ kind: 'silence', silence })}
                onChange={reload}
              />
            ))}
          </CardList>
        </>
      )}
      {windows.length > 0 && (
        <>
          <Text element="h3">Maintenance windows</Text>
          <CardList>
            {windows.map((window) => (
              <WindowCard
                key={window.id}
                datasourceUid={datasourceUid}
                window={window}
                onEdit={() => setEdited({ kind: 'window', window })}
                onChange={reload}
              />
            ))}
          </CardList>
        </>
      )}
      <Calendar windows={value.windows} silences={value.silences} />
    </Stack>
  );
}
