import { Stack, Text } from '@grafana/ui';
import React from 'react';

/** What a panel says in the place of its rows. */
export function PanelMessage({ title, children }: { title: string; children: string }) {
  return (
    <Stack direction="column" alignItems="center" justifyContent="center" gap={0.5} height="100%">
      <Text weight="medium">{title}</Text>
      <Text color="secondary" textAlignment="center">
        {children}
      </Text>
    </Stack>
  );
}
