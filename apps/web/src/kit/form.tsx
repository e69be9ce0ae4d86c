import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode, SyntheticEvent } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import type { DefaultValues, FieldValues, Resolver, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { ProblemError } from '../api/problem.js';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import { ErrorSummary } from './error-summary.js';
import { useAnnounce } from './live-region.js';
import { problemText } from './problem-notice.js';

interface FormProps<Schema extends z.ZodType<FieldValues, FieldValues>, Answer> {
  /** The input schema the server uses too, from `#libs/api-schema`. */
  schema: Schema;
  defaultValues?: DefaultValues<z.input<Schema>>;
  /** Sends the checked values; a ProblemError's field errors are shown at their fields. */
  onSave: (values: z.output<Schema>) => Promise<Answer>;
  /** After a save that went well. */
  onSaved?: (answer: Answer, form: UseFormReturn<z.input<Schema>>) => void;
  saveLabel?: string;
  onCancel?: () => void;
  /** More buttons beside save and cancel. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A new object for each refusal, so that the summary takes the focus again. */
interface Failure {
  text: string;
}

/**
 * A form bound to a schema: field errors in the person's language, a summary that gets focus, Ctrl+Enter saves, what was
 * typed stays when saving fails.
 */
export function Form<Schema extends z.ZodType<FieldValues, FieldValues>, Answer>(
  props: FormProps<Schema, Answer>,
): ReactElement {
  const { schema, defaultValues, onSave, onSaved, saveLabel, onCancel, actions, children } = props;
  const t = useText();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<z.input<Schema>, unknown, z.output<Schema>>({
    resolver: zodResolver(schema as never) as unknown as Resolver<z.input<Schema>, unknown, z.output<Schema>>,
    shouldFocusError: false,
    ...(defaultValues === undefined ? {} : { defaultValues }),
  });
  const { isSubmitting, submitCount, errors } = form.formState;

  const refuse = (error: unknown, elements: HTMLFormControlsCollection): void => {
    const rest: string[] = [];
    let atFields = 0;
    for (const { field, message } of error instanceof ProblemError ? (error.problem.errors ?? []) : []) {
      if (elements.namedItem(field)) {
        form.setError(field as never, { type: 'server', message });
        atFields += 1;
      } else rest.push(message);
    }
    setFailure({ text: rest.length > 0 || atFields > 0 ? rest.join(' ') : problemText(error, t) });
  };
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.stopPropagation();
    const { elements } = event.currentTarget;
    await form.handleSubmit(async (values) => {
      setFailure(null);
      try {
        const answer = await onSave(values);
        announce(t('kit.saved'));
        onSaved?.(answer, form as unknown as UseFormReturn<z.input<Schema>>);
      } catch (error) {
        refuse(error, elements);
      }
    })(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget as HTMLFormElement).requestSubmit();
  };
  useWarnBeforeLeaving(form.formState.isDirty && (failure !== null || !form.formState.isSubmitSuccessful));
  return (
    <FormProvider {...form}>
      <form className="form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => void save(event)}>
        <ErrorSummary errors={errors} failure={failure} attempt={submitCount} />
        {children}
        <div className="form-actions">
          <Button type="submit" busy={isSubmitting}>
            {isSubmitting ? t('kit.saving') : (saveLabel ?? t('kit.save'))}
          </Button>
          {onCancel ? (
            <Button kind="secondary" onClick={onCancel}>
              {t('kit.cancel')}
            </Button>
          ) : null}
          {actions}
        </div>
      </form>
    </FormProvider>
  );
}

function useWarnBeforeLeaving(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
}
