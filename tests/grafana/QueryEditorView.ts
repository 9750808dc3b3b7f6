import type { Locator, Page } from '@playwright/test';

/** The datasource's query editor as a person sees it. */
export class QueryEditorView {
  private readonly scope: Page | Locator;

  constructor(scope: Page | Locator) {
    this.scope = scope;
  }

  /** The query in plain language. */
  get words(): Locator {
    return this.scope.getByRole('status', { name: 'The query in words' });
  }

  /** Grafana lays a transparent input over each choice; a person presses the label beneath it. */
  async choose(name: string): Promise<void> {
    await this.scope.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  /** Chooses an option by its label, typed so that long lists show it. */
  async pick(field: string, label: string): Promise<void> {
    const input = this.scope.getByRole('combobox', { name: field, exact: true });
    await input.click();
    await input.fill(label);
    const page = 'page' in this.scope ? this.scope.page() : this.scope;
    await page.getByRole('option').filter({ hasText: label }).first().click();
  }
}
