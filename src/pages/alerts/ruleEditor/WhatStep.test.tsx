import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import { newRuleForm, type RuleForm } from './RuleForm';
import { WhatStep } from './WhatStep';

const source: FieldSource = {
  listFields: async () => [],
  listFieldValues: async () => [],
  listVariables: () => [],
};

/** The step alone, with what the form holds as text. */
async function open(part: Partial<RuleForm> = {}) {
  const Page = () => {
    const methods = useForm<RuleForm>({ defaultValues: { ...newRuleForm, ...part } });
    const { condition, window_minutes, query } = useWatch({ control: methods.control }) as RuleForm;
    return (
      <FormProvider {...methods}>
        <WhatStep source={source} />
        <output>{JSON.stringify({ condition, window_minutes, query })}</output>
      </FormProvider>
    );
  };
  render(<Page />);
  await act(async () => undefined);
}
const held = () => JSON.parse(screen.getByRole('status', { name: '' }).textContent ?? '{}');
const choose = async (label: string) => {
  await userEvent.click(screen.getByRole('combobox', { name: 'Look for' }));
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(label) }));
};

jest.setTimeout(60_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('what a rule looks for', () => {
  it('is a query of the datasource, of which a change of kind keeps what fits', async () => {
    await open({ query: { ...newRuleForm.query, groupBy: ['browser', 'rating'] } });
    await userEvent.click(screen.getByRole('radio', { name: 'Errors' }));
    expect(held().query).toMatchObject({ kind: 'errors', calculation: 'count', groupBy: ['browser'] });
    expect(held().query).not.toHaveProperty('metric');
  });

  it('fills in numbers that fit another kind of condition', async () => {
    await open();
    await choose('A change against an earlier time');
    expect(held()).toMatchObject({ condition: 'compared', window_minutes: '60' });
  });

  it('asks for a pattern instead of a query', async () => {
    await open();
    await choose('An error message that matches');
    expect(screen.getByRole('textbox', { name: /Message matches/ })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'Performance' })).not.toBeInTheDocument();
  });

  it('has no calculation to choose where rows are counted', async () => {
    await open({ condition: 'absence' });
    expect(screen.queryByRole('combobox', { name: 'Calculation' })).not.toBeInTheDocument();
  });
});
