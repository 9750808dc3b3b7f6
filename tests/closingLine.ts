import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says at the end how many journeys ran, on a line of its own, and why those in Grafana did not where that is so. */
export default class ClosingLine implements Reporter {
  private readonly outcomes = new Map<string, TestResult['status']>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.outcomes.set(test.id, result.status);
  }

  onEnd(_result: FullResult): void {
    const count = (status: TestResult['status'][]): number =>
      [...this.outcomes.values()].filter((outcome) => status.includes(outcome)).length;
    if (!process.env.GRAFANA_URL && !process.env.GRAFANA_HOME) {
      console.log('Journeys in Grafana: skipped, for neither GRAFANA_URL nor GRAFANA_HOME is set.');
    }
    const skipped = count(['skipped']);
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`e2e: ${count(['passed'])} passed, ${count(['failed', 'timedOut', 'interrupted'])} failed${tail}`);
  }
}
