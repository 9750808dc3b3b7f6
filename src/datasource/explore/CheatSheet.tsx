import type { QueryEditorHelpProps } from '@grafana/data';
import { Card, Grid, Stack, Text } from '@grafana/ui';
import React from 'react';
import { describeQuery } from '../query/describeQuery';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { exampleQueries } from './exampleQueries';

export type CheatSheetProps = QueryEditorHelpProps<SeamarkQuery>;

/** Explore's start page: one click runs an example. */
export function CheatSheet({ query, onClickExample }: CheatSheetProps) {
  const { refId = 'A', datasource } = query ?? {};
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2" variant="h4">
        What would you like to know?
      </Text>
      <Grid minColumnWidth={34} gap={1} alignItems="start">
        {exampleQueries.map((example) => (
          <Card key={example.title} noMargin onClick={() => onClickExample({ ...example.query, refId, datasource })}>
            <Card.Heading>{example.title}</Card.Heading>
            <Card.Description>{example.why}</Card.Description>
            <Card.Meta>{describeQuery({ ...example.query, refId })}</Card.Meta>
          </Card>
        ))}
      </Grid>
    </Stack>
  );
}
