// How a form is sent: what the server refuses stands beside the field that it names, and what was typed stays.
import { Refusal } from "@fedele/sdk/browser.ts";
import type { UseFormReturnType } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";

type Options<Values, Result> = {
  send(values: Values): Promise<Result>;
  /** After it was done: go on, say so, ask anew for what changed. */
  afterwards(result: Result): unknown;
  /** The form's field for a path into the request, where the two differ. */
  fieldOf?(path: string): string;
};

/** `refusal`: what belongs to no field of the form, for a RefusalAlert; never what already stands beside a field. */
export function useSubmit<Values extends Record<string, unknown>, Result>(
  form: UseFormReturnType<Values>,
  options: Options<Values, Result>,
) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: options.send,
    onSuccess: options.afterwards,
    onError: (refused) => {
      const field = fieldOf(refused);
      if (field !== undefined) form.setFieldError(field, refused.message);
    },
  });
  const fieldOf = (refused: Error): string | undefined => {
    if (!(refused instanceof Refusal) || refused.field === undefined) return undefined;
    const field = options.fieldOf?.(refused.field) ?? refused.field;
    return field in form.getValues() ? field : undefined;
  };
  const refusal = error !== null && fieldOf(error) === undefined ? error : null;
  const submit = form.onSubmit((values) => mutate(values));
  return { submit, send: mutate, isSending: isPending, refusal };
}
