import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, RadioButtonGroup, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Snippet as SnippetText } from '../contract/resources/apps';

const sdks = [
  { value: 'seamark' as const, label: '@seamark/web' },
  { value: 'faro' as const, label: 'Grafana Faro' },
];

const sdkTexts = {
  seamark:
    'Faro behind your visitors’ consent: waits for their decision, remembers it, and honours Do Not Track and Global Privacy Control.',
  faro: 'Faro as it is. It asks nobody: your own code says in the session attribute consent what a visitor decided.',
};

const ways = [
  { value: 'html' as const, label: 'Script element' },
  { value: 'npm' as const, label: 'npm' },
];

/** The lines that connect a site, with a button that copies them. */
export function Snippet({ snippet }: { snippet: SnippetText }) {
  const styles = useStyles2(getStyles);
  const [sdk, setSdk] = useState<'seamark' | 'faro'>('seamark');
  const [way, setWay] = useState<'html' | 'npm'>('html');
  const lines = (sdk === 'seamark' ? snippet.seamark : snippet)[way];
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={1} justifyContent="space-between" wrap="wrap">
        <Stack gap={1} wrap="wrap">
          <RadioButtonGroup aria-label="SDK" options={sdks} value={sdk} onChange={setSdk} />
          <RadioButtonGroup
            aria-label="How the SDK gets into your pages"
            options={ways}
            value={way}
            onChange={setWay}
          />
        </Stack>
        <ClipboardButton icon="copy" variant="primary" getText={() => lines}>
          Copy the snippet
        </ClipboardButton>
      </Stack>
      <Text color="secondary" variant="bodySmall">
        {sdkTexts[sdk]}
      </Text>
      <pre className={styles.code} tabIndex={0} aria-label="Snippet">
        {lines}
      </pre>
      <div className={styles.address}>
        <Text color="secondary" variant="bodySmall">
          Any other Faro client can send to {snippet.collect_url}
        </Text>
      </div>
      <Text color="secondary" variant="bodySmall">
        Link your privacy page to{' '}
        <TextLink href={snippet.privacy_url} external inline variant="bodySmall">
          the opt-out page of this server
        </TextLink>
        , where visitors see what is stored and decide for every site that sends here.
      </Text>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  address: css({ overflowWrap: 'anywhere' }),
  code: css({
    margin: 0,
    padding: theme.spacing(2),
    overflow: 'auto',
    whiteSpace: 'pre',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
