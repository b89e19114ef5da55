import { registerHooks } from 'node:module';
import type { ActionsMetadataProvider } from '@actions/languageservice';

// The packages import JSON without saying so, which Node refuses (ERR_IMPORT_ATTRIBUTE_MISSING).
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const resolved = nextResolve(specifier, context);
    return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});

const WARNING = 2;
let documents = 0;

/** Checks a file with GitHub's language service; `name` decides whether it is taken for a workflow or an action. */
export async function diagnose(
  name: `${string}/action.yml` | `.github/workflows/${string}.yml`,
  text: string,
  actionsMetadataProvider?: ActionsMetadataProvider,
): Promise<readonly string[]> {
  const { registerLogger, validate } = await import('@actions/languageservice');
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  const crashes: string[] = [];
  // It logs its own crashes and then finds nothing wrong; here a crash is a problem like any other.
  registerLogger({ error: (message) => crashes.push(message), warn: ignore, info: ignore, log: ignore });
  // A fresh address each time, since results are cached by address.
  documents += 1;
  const document = TextDocument.create(`file:///${documents}/${name}`, 'yaml', 1, text);
  const diagnostics = await validate(
    document,
    actionsMetadataProvider === undefined ? {} : { actionsMetadataProvider },
  );
  const found = diagnostics
    .filter(({ severity = 1 }) => severity <= WARNING)
    .map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`);
  return [...found, ...crashes];
}

function ignore(): void {}
