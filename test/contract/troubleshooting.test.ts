import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../actions/index.ts';
import { hintByCode } from '../../src/atlas/hints.ts';
import { CONTRACT_DIRECTORY, contractAvailable } from '../support/openapi.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');

/** The codes in what Atlas says: the first cells of the tables that have such a column. */
function codesIn(document: string): readonly string[] {
  const tables = document.match(/^\| Atlas says .*\n(?:\|.*\n?)+/gm) ?? [];
  const cells = tables.flatMap((table) => table.split('\n').map((line) => line.split('|')[1] ?? ''));
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([A-Za-z0-9]+_[A-Za-z0-9_]+)`/g), ([, code = '']) => code));
}

const named = codesIn(page);

describe('docs/troubleshooting.md', () => {
  it('names each code once, but for the one that has two meanings', () => {
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((code, index) => named.indexOf(code) !== index)).toEqual(['UNEXPECTED_ERROR']);
  });

  it('explains every code for which a message has a hint', () => {
    expect(Object.keys(hintByCode).filter((code) => !named.includes(code))).toEqual([]);
  });

  it.each(actions.map(({ definition }) => definition.name))('explains every code of the guide of %s', (name) => {
    const guide = readFileSync(join(root, `actions/${name}/guide.md`), 'utf8');
    expect(codesIn(guide).filter((code) => !named.includes(code))).toEqual([]);
  });

  it.skipIf(!contractAvailable)('names no code that Atlas does not have', () => {
    // A file of the contract, which says so itself.
    const { codes } = JSON.parse(readFileSync(join(CONTRACT_DIRECTORY, 'error-codes.json'), 'utf8')) as {
      codes: readonly { errorCode: string }[];
    };
    const known = new Set([...codes.map(({ errorCode }) => errorCode), ...elsewhere]);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
});

/**
 * Those of the token endpoint, the new name of a code that the contract has by its old one, and codes that public reports
 * quote: terraform-provider-mongodbatlas #2300, #2846 and #439, crossplane-contrib/provider-mongodbatlas #22.
 */
const elsewhere = [
  'invalid_client',
  'access_denied',
  'ORG_REQUIRES_ACCESS_LIST',
  'COLLECTION_ROLES_LIMIT_EXCEEDED',
  'CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER',
  'CLUSTER_DISK_IOPS_INVALID',
  'ATLAS_INVALID_AWS_IAM_ARN',
];
