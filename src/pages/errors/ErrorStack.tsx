import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { CollapsableSection, Text, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { ErrorFrame } from '../../contract/resources/errorGroups';

/** The frames of an error: the app's own first, the others folded away. */
export function ErrorStack({ frames }: { frames: readonly ErrorFrame[] }) {
  const own = frames.filter(({ in_app }) => in_app);
  const others = frames.filter(({ in_app }) => !in_app);
  const [isOpen, setIsOpen] = useState(own.length === 0);
  if (frames.length === 0) {
    return <Text color="secondary">This error came without a stack.</Text>;
  }
  return (
    <>
      <FrameList frames={own} />
      {others.length > 0 && (
        <CollapsableSection label={`${others.length} of libraries and browser`} isOpen={isOpen} onToggle={setIsOpen}>
          <FrameList frames={others} />
        </CollapsableSection>
      )}
    </>
  );
}

function FrameList({ frames }: { frames: readonly ErrorFrame[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list}>
      {frames.map((frame, index) => (
        <li key={index}>
          <strong>{frame.function}</strong> {frame.file}
          {frame.line !== null && `:${frame.line}`}
          {frame.line !== null && frame.column !== null && `:${frame.column}`}
          {frame.source_line !== null && <pre>{frame.source_line}</pre>}
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
    '& li': { padding: theme.spacing(0.5, 0), color: theme.colors.text.secondary },
    '& strong': { color: theme.colors.text.primary },
  }),
});
