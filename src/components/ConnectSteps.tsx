import { Button, EmptyState, LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { pagePaths } from '../contract/pagePaths';

interface Props {
  /** Whether the person may create apps. */
  mayConnect: boolean;
  onCheckAgain: () => void;
}

const steps = [
  ['Name your app', 'In Settings, create an app and list the origins it is served from.'],
  ['Paste the snippet', 'Copy the lines shown there into your pages. They load the Grafana Faro SDK.'],
  ['Open your site', 'Page views, Web Vitals and errors show up here within a second.'],
] as const;

/** What to see before anything has arrived: three steps, or whom to ask. */
export function ConnectSteps({ mayConnect, onCheckAgain }: Props) {
  return (
    <EmptyState
      variant="call-to-action"
      message={mayConnect ? 'Connect your first app' : 'No app sends data yet'}
      button={
        <Stack gap={1} justifyContent="center" wrap="wrap">
          {mayConnect && (
            <LinkButton icon="plus" href={pagePaths.settings}>
              Connect an app
            </LinkButton>
          )}
          <Button variant="secondary" icon="sync" onClick={onCheckAgain}>
            Check again
          </Button>
        </Stack>
      }
    >
      {mayConnect ? (
        <ol style={{ textAlign: 'left', display: 'inline-block' }}>
          {steps.map(([title, text]) => (
            <li key={title}>
              <Text weight="medium">{title}.</Text> {text}
            </li>
          ))}
        </ol>
      ) : (
        'Ask an Admin to connect one under Settings. Once data arrives, it shows up here by itself.'
      )}
    </EmptyState>
  );
}
