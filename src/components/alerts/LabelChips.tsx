import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  labels: Readonly<Record<string, string>>;
  /** The name of the error whose fingerprint is among the labels: a person reads it instead. */
  subject?: string | undefined;
  /** Makes each chip a button, as for filtering by it. */
  onClick?: (name: string, value: string) => void;
}

/** Labels of a rule or an instance, each as `name=value`, in the order of their names. */
export function LabelChips({ labels, subject, onClick }: Props) {
  const styles = useStyles2(getStyles);
  const entries = Object.entries(labels).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label="Labels">
      {entries.map(([name, value]) => {
        const isNamed = subject !== undefined && name === 'fingerprint';
        const text = (
          <>
            <span className={styles.name}>{isNamed ? 'error' : name}=</span>
            {isNamed ? subject : value === '' ? '(none)' : value}
          </>
        );
        return (
          <li key={name} className={styles.item}>
            {onClick ? (
              <button
                type="button"
                className={styles.chip}
                title={`Show only ${name}=${value}`}
                onClick={() => onClick(name, value)}
              >
                {text}
              </button>
            ) : (
              <span className={styles.chip} title={isNamed ? `fingerprint=${value}` : undefined}>
                {text}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), listStyle: 'none', minWidth: 0 }),
  item: css({ minWidth: 0, maxWidth: '100%' }),
  chip: css({
    display: 'inline-block',
    maxWidth: '100%',
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.pill,
    backgroundColor: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: 1.5,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    'button&:hover': { borderColor: theme.colors.border.strong },
  }),
  name: css({ color: theme.colors.text.secondary }),
});
