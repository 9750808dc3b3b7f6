import { Button } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What is added, as in `Add filter`. */
  children: string;
  onClick: () => void;
  disabled?: boolean;
}

/** Below rows of a form: one more. */
export function AddRowButton({ children, onClick, disabled = false }: Props) {
  return (
    <Button
      type="button"
      size="sm"
      variant="secondary"
      fill="outline"
      icon="plus"
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
