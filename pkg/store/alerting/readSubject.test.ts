import { inTransaction } from '../connections/withOrganisation';
import { tablesOn } from '../connections/withTables';
import { groupedErrors } from '../errorGroups/testing/groupedErrors';
import { forEachDatabase } from '../testing/forEachDatabase';
import { readSubject } from './readSubject';

forEachDatabase('what a person calls the error of a fingerprint', (db) => {
  const { store, app, error, save, refresh } = groupedErrors(db);
  const read = (labels: Record<string, string>, orgId = 1) =>
    inTransaction(store().pools.jobs, (client) => readSubject(tablesOn(client), orgId, labels));

  it('is what its newest error says, also before its group is described, and never somebody’s words', async () => {
    const pageless = { error_stack: null, page_path: '/cart', context: { type: 'PaymentError' } };
    await save(
      error({ fingerprint: 'f1' }),
      error({ ...pageless, fingerprint: 'f2', error_message: 'Ada Lovelace cannot pay' })
    );
    const { name } = app();
    const described = async () => [
      await read({ app: name, fingerprint: 'f1' }),
      await read({ app: name, fingerprint: 'f2' }),
      // The page that the labels name counts, not that of the newest error.
      await read({ app: name, fingerprint: 'f2', page_path: '/other' }),
    ];
    const expected = ['TypeError: x is not a function', 'PaymentError in /cart', 'PaymentError'];
    expect(await described()).toEqual(expected);
    await refresh();
    expect(await described()).toEqual(expected);
  });

  it('is nothing where the labels name no error, or one of another app or organisation', async () => {
    await save(error({ fingerprint: 'f3' }));
    expect(await read({ page_path: '/cart' })).toBeUndefined();
    expect(await read({ app: 'till', fingerprint: 'f3' })).toBeUndefined();
    expect(await read({ app: app().name, fingerprint: 'f3' }, 2)).toBeUndefined();
  });
});
