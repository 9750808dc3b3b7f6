import { Button, Card, CollapsableSection, LinkButton } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { describeCondition } from '../../../contract/alerting/describeCondition';
import { alertPresets, type AlertPreset } from '../../../contract/alerting/presets';
import { pagePaths } from '../../../contract/pagePaths';

interface Props {
  datasourceUid: string;
  /** Names that are taken: what is there need not be made again. */
  existing: readonly string[];
  isOpen: boolean;
  onCreate: () => void;
}

/** Rules that most sites want, each made by one click. */
export function PresetList({ datasourceUid, existing, isOpen: isOpenAtFirst, onCreate }: Props) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const create = useAction(
    useCallback(
      async (preset: AlertPreset) => {
        await callRoute(datasourceUid, 'createAlertRule', { body: preset.rule });
        onCreate();
      },
      [datasourceUid, onCreate]
    )
  );
  return (
    <CollapsableSection label="Ready-made rules" isOpen={isOpen} onToggle={setIsOpen}>
      {create.error && <ErrorNotice title="The rule was not created" message={create.error.message} />}
      <CardList>
        {alertPresets.map((preset) => {
          const isThere = existing.includes(preset.rule.name);
          return (
            <Card key={preset.id} noMargin>
              <Card.Heading>{preset.rule.name}</Card.Heading>
              <Card.Description>{preset.rule.description}</Card.Description>
              <Card.Meta>{[describeCondition(preset.rule), `Severity ${preset.rule.severity}`]}</Card.Meta>
              <Card.Actions>
                <Button size="sm" disabled={create.running || isThere} onClick={() => void create.run(preset)}>
                  {isThere ? 'There already' : `Create “${preset.rule.name}”`}
                </Button>
                <LinkButton
                  size="sm"
                  variant="secondary"
                  href={`${pagePaths.alertRules}/new?preset=${encodeURIComponent(preset.id)}`}
                >
                  Adjust first
                </LinkButton>
              </Card.Actions>
            </Card>
          );
        })}
      </CardList>
    </CollapsableSection>
  );
}
