import { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction, type Action } from '../../../api/useAction';
import type { CreateMaintenanceWindow, MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import type { CreateSilence, Silence } from '../../../contract/resources/silences';

/** What is being edited; without the stored one it is new. */
export type EditedMute = { kind: 'silence'; silence?: Silence } | { kind: 'window'; window?: MaintenanceWindow };

interface Saving {
  saveSilence: Action<[CreateSilence]>;
  saveWindow: Action<[CreateMaintenanceWindow]>;
}

/** Saves what is edited, and refuses where somebody else was faster. */
export function useSaveMute(datasourceUid: string, edited: EditedMute | undefined, onSaved: () => void): Saving {
  const silence = edited?.kind === 'silence' ? edited.silence : undefined;
  const window = edited?.kind === 'window' ? edited.window : undefined;
  const saveSilence = useAction(
    useCallback(
      async (body: CreateSilence) => {
        await (silence
          ? callRoute(datasourceUid, 'updateSilence', {
              params: { id: silence.id },
              body: { ...body, expected_version: silence.version },
            })
          : callRoute(datasourceUid, 'createSilence', { body }));
        onSaved();
      },
      [datasourceUid, silence, onSaved]
    )
  );
  const saveWindow = useAction(
    useCallback(
      async (body: CreateMaintenanceWindow) => {
        await (window
          ? callRoute(datasourceUid, 'updateMaintenanceWindow', {
              params: { id: window.id },
              body: { ...body, expected_version: window.version },
            })
          : callRoute(datasourceUid, 'createMaintenanceWindow', { body }));
        onSaved();
      },
      [datasourceUid, window, onSaved]
    )
  );
  return { saveSilence, saveWindow };
}
