import { Liquid } from 'liquidjs';
import type { SampleFacts } from './sampleFacts';

/** As strict as the server's: what is wrong there must be wrong here. */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: 10_000,
  renderLimit: 50,
  memoryLimit: 100_000,
});

/** A template with sample facts filled in. Throws an error whose first line says what is wrong. */
export function fillTemplate(template: string, { groupLabels: _ours, ...facts }: SampleFacts): string {
  return String(engine.parseAndRenderSync(template, facts));
}
