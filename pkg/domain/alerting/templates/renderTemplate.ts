import { Liquid } from 'liquidjs';
import type { MessageFacts } from './MessageFacts';

const longestText = 8192;

/**
 * Templates in the Liquid language. They see the facts and nothing else: no file, no inherited property; and they stop
 * at a limit of time and memory, for a short text can ask for a great deal.
 */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: 10_000,
  renderLimit: 50,
  memoryLimit: 100_000,
});

/** The text of a template for some facts. Throws an error that says what is wrong and where. */
export function renderTemplate(template: string, facts: MessageFacts): string {
  return String(engine.parseAndRenderSync(template, { ...facts })).slice(0, longestText);
}

/** Why a template cannot be used by a rule whose instances have labels of these names; undefined where it can. */
export function complaintAboutTemplate(template: string, labelNames: readonly string[]): string | undefined {
  const labels = Object.fromEntries(labelNames.map((name) => [name, name]));
  const facts: MessageFacts = {
    rule: { name: 'name', description: 'description', severity: 'high' },
    labels,
    subject: 'subject',
    value: 1,
    limit: 1,
    value_text: '1',
    limit_text: '1',
  };
  try {
    renderTemplate(template, facts);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unknown reason';
    const names = [
      'rule.name',
      'rule.description',
      'rule.severity',
      'subject',
      'value',
      'value_text',
      'limit',
      'limit_text',
      ...labelNames.map((n) => `labels.${n}`),
    ];
    return `is no template that can be filled in: ${reason}. It may use ${names.join(', ')}`;
  }
}
