import { Field, IconButton, Input, Stack, Text } from '@grafana/ui';
import React from 'react';
import { Choice } from '../../../components/queryBuilder/Choice';
import { Named } from '../../../components/Named';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import type { StatusPageService } from '../../../contract/resources/statusPages';
import { movedUp } from './StatusPageForm';

interface Props {
  checks: readonly HealthCheck[];
  services: readonly StatusPageService[];
  complaint: string | undefined;
  onAdd: (check: HealthCheck) => void;
  onChange: (services: StatusPageService[]) => void;
}

const mostServices = 200;

/** Which services visitors see, in which order and under which names. */
export function ServicesInput({ checks, services, complaint, onAdd, onChange }: Props) {
  const nameOf = (id: string) => checks.find((check) => check.id === id)?.service_name ?? 'a check that was deleted';
  const options = checks
    .filter(({ id }) => !services.some(({ check_id }) => check_id === id))
    .map(({ id, service_name: label, group_name: group }) => ({
      value: id,
      label,
      ...(group !== null && { description: group }),
    }));
  return (
    <Field
      label="Services"
      description="Visitors see these names, how each is and its last 90 days; nothing else of a check"
      invalid={complaint !== undefined || undefined}
      error={complaint}
    >
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {services.map(({ check_id: id, display_name: shown }, index) => (
          <Stack key={id} gap={1} wrap="wrap" alignItems="center">
            <Input
              aria-label={`Name of ${nameOf(id)} for visitors`}
              width={36}
              maxLength={100}
              value={shown}
              onChange={(event) => {
                const { value } = event.currentTarget;
                onChange(services.map((each, at) => (at === index ? { ...each, display_name: value } : each)));
              }}
            />
            <Text variant="bodySmall" color="secondary">
              {nameOf(id)}
            </Text>
            <IconButton
              name="arrow-up"
              aria-label={`Move ${nameOf(id)} up`}
              tooltip="Move up"
              disabled={index === 0}
              onClick={() => onChange(movedUp(services, index))}
            />
            <IconButton
              name="trash-alt"
              aria-label={`Leave ${nameOf(id)} out`}
              tooltip="Leave out"
              onClick={() => onChange(services.filter((_service, at) => at !== index))}
            />
          </Stack>
        ))}
        {checks.length === 0 && <Text color="secondary">There is no check yet: add one under Services first.</Text>}
        {options.length > 0 && services.length < mostServices && (
          <Named name="Add a service">
            {(id) => (
              <Choice
                // Empty again after each choice.
                key={services.length}
                aria-labelledby={id}
                width={36}
                placeholder="Add a service"
                options={options}
                value={undefined}
                onChange={(chosen) => checks.filter((check) => check.id === chosen).forEach(onAdd)}
              />
            )}
          </Named>
        )}
      </Stack>
    </Field>
  );
}
