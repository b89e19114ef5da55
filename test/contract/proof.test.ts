import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../actions/index.ts';

const faults = join(import.meta.dirname, '../faults');

describe.each(actions.map(({ definition }) => definition.name))('%s', (name) => {
  it('is under faults: test/faults/scenarios has its uses, test/faults its matrix', () => {
    const files = [`scenarios/${name}.ts`, `${name}.test.ts`];
    expect(files.filter((file) => !existsSync(join(faults, file)))).toEqual([]);
  });
});
