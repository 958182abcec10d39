// As much of mjml as is used; it brings no types of its own.
declare module "mjml" {
  type Options = {
    readonly validationLevel: "strict";
    readonly ignoreIncludes: boolean;
    readonly fonts: Readonly<Record<string, string>>;
  };
  const compile: (
    source: string,
    options: Options,
  ) => Promise<{ readonly html: string; readonly errors: readonly { readonly formattedMessage: string }[] }>;

  export { compile as "module.exports" };
}

declare module "html-to-text" {
  type Selector = { readonly selector: string; readonly format?: string; readonly options?: object };
  export function convert(
    html: string,
    options: { readonly wordwrap: false; readonly selectors: readonly Selector[] },
  ): string;
}
