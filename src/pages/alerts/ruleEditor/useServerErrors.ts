import { useEffect } from 'react';
import type { UseFormSetError } from 'react-hook-form';
import type { RuleForm } from './RuleForm';

/** Puts what the server refused at the field it is about. */
export function useServerErrors(
  problem: { field: keyof RuleForm; message: string } | undefined,
  setError: UseFormSetError<RuleForm>
): void {
  const { field, message } = problem ?? {};
  useEffect(() => {
    if (field !== undefined && message !== undefined) {
      setError(field, { type: 'server', message }, { shouldFocus: false });
    }
  }, [field, message, setError]);
}
