import type { EmbeddedScene } from '@grafana/scenes';
import { Text } from '@grafana/ui';
import React from 'react';

/** Status and response time of a service; whoever shows it keeps its range in the URL. */
export function History({ scene }: { scene: EmbeddedScene }) {
  // A scene takes whatever room a flex box leaves; in a block it is as high as its charts.
  return (
    <section aria-label="History">
      <Text element="h3">History</Text>
      <scene.Component model={scene} />
    </section>
  );
}
