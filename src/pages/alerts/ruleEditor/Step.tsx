import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useId, type ReactNode } from 'react';

interface Props {
  number: number;
  title: string;
  children: ReactNode;
}

/** One step of the editor. */
export function Step({ number, title, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles}>
      <Stack direction="column" gap={2}>
        <div id={id}>
          <Text element="h3">
            {number}. {title}
          </Text>
        </div>
        {children}
      </Stack>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    minWidth: 0,
  });
