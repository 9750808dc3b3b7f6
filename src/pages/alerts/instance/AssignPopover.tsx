import { Alert, Button, Field, Input, Stack, Toggletip } from '@grafana/ui';
import React, { useCallback, useEffect, useId, useState } from 'react';
import { useAction } from '../../../api/useAction';

interface Props {
  /** Asked once the form is opened. */
  listAssignees: () => Promise<string[]>;
  /** The login of who looks. */
  me: string | undefined;
  assigned: string | null;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  /** `null`: nobody. Rejects with an `ApiError`. */
  onAssign: (to: string | null) => Promise<void>;
}

/** Says whose an alert is: one's own, somebody's by their login, or nobody's. */
export function AssignPopover({ isOpen, onOpen, onClose, ...form }: Props) {
  return (
    <Toggletip
      show={isOpen}
      onOpen={onOpen}
      onClose={onClose}
      closeButton={false}
      placement="bottom-start"
      content={isOpen ? <AssignForm onClose={onClose} {...form} /> : <></>}
    >
      <Button variant="secondary">{form.assigned === null ? 'Assign' : `Assigned to ${form.assigned}`}</Button>
    </Toggletip>
  );
}

type FormProps = Pick<Props, 'listAssignees' | 'me' | 'assigned' | 'onClose' | 'onAssign'>;

function AssignForm({ listAssignees, me, assigned, onClose, onAssign }: FormProps) {
  const id = useId();
  const [logins, setLogins] = useState<string[]>([]);
  useEffect(() => {
    let left = false;
    void listAssignees().then((found) => left || setLogins(found));
    return () => {
      left = true;
    };
  }, [listAssignees]);
  const [login, setLogin] = useState('');
  const assign = useAction(
    useCallback(
      async (to: string | null) => {
        await onAssign(to);
        onClose();
      },
      [onAssign, onClose]
    )
  );
  return (
    <form
      role="dialog"
      aria-label="Assign"
      style={{ width: 300, maxWidth: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (login.trim() !== '') {
          void assign.run(login.trim());
        }
      }}
    >
      <Stack direction="column" gap={1}>
        {assign.error && <Alert severity="warning" title={assign.error.message} bottomSpacing={0} topSpacing={0} />}
        <Stack gap={1} wrap="wrap">
          {me !== undefined && me !== assigned && (
            <Button type="button" size="sm" disabled={assign.running} onClick={() => void assign.run(me)}>
              To me
            </Button>
          )}
          {assigned !== null && (
            <Button
              type="button"
              size="sm"
              variant="secondary"
              disabled={assign.running}
              onClick={() => void assign.run(null)}
            >
              To nobody
            </Button>
          )}
        </Stack>
        <Field
          label="Somebody else"
          htmlFor={id}
          description="Choose one or type a login of Grafana; Enter assigns"
          noMargin
        >
          <Input
            id={id}
            list={`${id}-logins`}
            autoComplete="off"
            autoFocus
            maxLength={255}
            placeholder="jane"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
        </Field>
        <datalist id={`${id}-logins`}>
          {logins
            .filter((each) => each !== assigned)
            .map((each) => (
              <option key={each} value={each} />
            ))}
        </datalist>
      </Stack>
    </form>
  );
}
