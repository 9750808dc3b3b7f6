import type { AppRootProps } from '@grafana/data';
import React from 'react';

/** Root of the app's pages. */
export default function App({ meta }: AppRootProps) {
  return <>{meta.name}</>;
}
