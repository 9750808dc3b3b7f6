import { css } from '@emotion/css';
import { Field, useStyles2 } from '@grafana/ui';
import React, { type ReactElement } from 'react';

interface Props {
  label: string;
  /** What is wrong with the value; undefined when nothing is. */
  hint?: string | undefined;
  /** Least width in pixels; fields of a row share what is left and wrap where it is too little. */
  minWidth?: number;
  /** Takes more of a row than its neighbours. */
  wide?: boolean;
  children: ReactElement;
}

/** One labelled input of the editor. */
export function EditorField({ label, hint, minWidth = 160, wide = false, children }: Props) {
  const styles = useStyles2(getStyles, minWidth, wide);
  return (
    <div className={styles}>
      <Field label={label} noMargin invalid={hint !== undefined} error={hint}>
        {children}
      </Field>
    </div>
  );
}

const getStyles = (_: unknown, minWidth: number, wide: boolean) =>
  css({ flex: `${wide ? 2 : 1} 1 ${minWidth}px`, minWidth: 0, maxWidth: wide ? 640 : 320 });
