import React, { useId, type ReactNode } from 'react';

interface Props {
  name: string;
  /** Draws the control, which refers to `id` as what names it. */
  children: (id: string) => ReactNode;
}

/** A name that is read out but not shown. Grafana's combobox takes its name by reference only. */
export function Named({ name, children }: Props) {
  const id = useId();
  return (
    <>
      <span id={id} hidden>
        {name}
      </span>
      {children(id)}
    </>
  );
}
