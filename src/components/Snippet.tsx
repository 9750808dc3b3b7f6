import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, RadioButtonGroup, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Snippet as SnippetText } from '../contract/resources/apps';

const ways = [
  { value: 'html' as const, label: 'Script element' },
  { value: 'npm' as const, label: 'npm' },
];

/** The lines that connect a site, with a button that copies them. */
export function Snippet({ snippet }: { snippet: SnippetText }) {
  const styles = useStyles2(getStyles);
  const [way, setWay] = useState<'html' | 'npm'>('html');
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={1} justifyContent="space-between" wrap="wrap">
        <RadioButtonGroup aria-label="How the SDK gets into your pages" options={ways} value={way} onChange={setWay} />
        <ClipboardButton icon="copy" variant="primary" getText={() => snippet[way]}>
          Copy the snippet
        </ClipboardButton>
      </Stack>
      <pre className={styles.code} tabIndex={0} aria-label="Snippet">
        {snippet[way]}
      </pre>
      <div className={styles.address}>
        <Text color="secondary" variant="bodySmall">
          Any other Faro client can send to {snippet.collect_url}
        </Text>
      </div>
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
