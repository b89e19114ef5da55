import { describe, expect, it } from 'vitest';
import { changeSafely, createOnce } from '../../../src/atlas/create-once.ts';
import { deadlineIn } from '../../../src/atlas/deadline.ts';
import { AtlasError, NetworkError } from '../../../src/atlas/errors.ts';
import { stoppedClock } from '../../support/memory-door.ts';
import { testAccount, testClient } from '../../support/test-client.ts';

const attempt = { task: 'create it', role: 'Project Owner' };
const refusal = (status: number, code: string) =>
  new AtlasError(attempt, { status, code, detail: undefined, parameters: [] });
const lost = new NetworkError('the connection broke', { kind: 'broken', cause: undefined });
const taken = refusal(400, 'TAKEN');
const passing = refusal(400, 'PASSING');

/** Answers requests and looks one after another; an error is thrown, the last answer stays. */
function script<Answer>(...answers: readonly Answer[]) {
  let asked = 0;
  const answer = async () => {
    const next = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (next instanceof Error) throw next;
    // The script of a test always has an answer.
    return next as Exclude<Answer, Error>;
  };
  return Object.assign(answer, { asked: () => asked });
}

function client(minutes = 60) {
  const clock = stoppedClock();
  return testClient({ credentials: testAccount, clock, deadline: deadlineIn(minutes * 60_000, clock) });
}

const codes = { takenCodes: ['TAKEN'], passingCodes: ['PASSING'], what: 'the thing' };

describe('something is made exactly once', () => {
  it('by the first request, if Atlas answers it', async () => {
    const [create, find] = [script('new'), script('found')];
    expect(await createOnce(client(), { create, find, ...codes })).toEqual({
      thing: 'new',
      isNew: true,
      isAnswer: true,
    });
    expect([create.asked(), find.asked()]).toEqual([1, 0]);
  });

  it.each([
    ['cut', lost],
    ['500', refusal(500, 'UNEXPECTED_ERROR')],
    ['408', refusal(408, 'X')],
  ])('is looked up where the answer is lost (%s), before anything is sent again', async (_, error) => {
    const [create, find] = [script<string | Error>(error), script<string | undefined>(undefined, 'found')];
    expect(await createOnce(client(), { create, find, ...codes })).toEqual({
      thing: 'found',
      isNew: true,
      isAnswer: false,
    });
    expect([create.asked(), find.asked()]).toEqual([1, 2]);
  });

  it('is sent again where it does not turn up', async () => {
    const create = script<string | Error>(lost, 'new');
    const find = script<string | undefined>(undefined);
    expect(await createOnce(client(), { create, find, ...codes })).toMatchObject({ thing: 'new', isAnswer: true });
    expect([create.asked(), find.asked()]).toEqual([2, 3]);
  });

  it('gives up after three lost answers', async () => {
    const create = script<string | Error>(lost);
    await expect(createOnce(client(), { create, find: script<string | undefined>(undefined), ...codes })).rejects.toBe(
      lost,
    );
    expect(create.asked()).toBe(3);
  });

  it('is adopted where the name is taken, and then is not new', async () => {
    const made = await createOnce(client(), { create: script<string | Error>(taken), find: script('found'), ...codes });
    expect(made).toEqual({ thing: 'found', isNew: false, isAnswer: false });
  });

  it('is ours where the name is taken by an earlier request of our own', async () => {
    const create = script<string | Error>(lost, taken);
    const find = script<string | undefined>(undefined, undefined, undefined, 'found');
    expect(await createOnce(client(), { create, find, ...codes })).toMatchObject({ thing: 'found', isNew: true });
  });

  it('fails where the name is taken by what nobody can see', async () => {
    const create = script<string | Error>(taken);
    await expect(createOnce(client(), { create, find: script<string | undefined>(undefined), ...codes })).rejects.toBe(
      taken,
    );
    expect(create.asked()).toBe(1);
  });

  it('waits out what passes, however often, without taking it for a lost answer', async () => {
    const create = script<string | Error>(passing, passing, passing, passing, lost, 'new');
    const find = script<string | undefined>(undefined);
    expect(await createOnce(client(), { create, find, ...codes })).toMatchObject({ thing: 'new' });
  });

  it('does not take a name for its own because something had to pass first', async () => {
    const create = script<string | Error>(passing, taken);
    expect(await createOnce(client(), { create, find: script('found'), ...codes })).toMatchObject({ isNew: false });
  });

  it('does not wait beyond its time', async () => {
    const create = script<string | Error>(passing);
    await expect(createOnce(client(1), { create, find: script('found'), ...codes })).rejects.toBe(passing);
    expect(create.asked()).toBe(4);
  });

  it('is not sent again after a plain refusal', async () => {
    const [create, error] = [script<string | Error>(refusal(403, 'NO')), refusal(403, 'NO')];
    await expect(createOnce(client(), { create, find: script('found'), ...codes })).rejects.toThrow(error.message);
    expect(create.asked()).toBe(1);
  });
});

describe('a change that may be sent twice', () => {
  it('is sent again after a lost answer, three times at most', async () => {
    expect(await changeSafely(client(), script<string | Error>(lost, lost, 'changed'))).toBe('changed');
    const change = script<string | Error>(lost);
    await expect(changeSafely(client(), change)).rejects.toBe(lost);
    expect(change.asked()).toBe(3);
  });

  it.each([
    [400, 'OPERATION_INVALID_MEMBER_REPLICATION_LAG'],
    [400, 'OPERATION_INVALID_SHARDS_NO_PRIMARY'],
    [503, 'SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN'],
  ])("waits while Atlas's monitoring is behind: %i %s", async (status, code) => {
    const behind = refusal(status, code);
    const answers = [behind, behind, behind, behind, 'changed'];
    const atlas = client();
    expect(await changeSafely(atlas, script<string | Error>(...answers))).toBe('changed');
    expect(atlas.lines).toHaveLength(4);
    expect(atlas.lines[0]).toMatch(new RegExp(`${code}.* This passes; trying again in 20 s\\.$`));
    await expect(changeSafely(client(1), script<string | Error>(behind))).rejects.toBe(behind);
  });

  it('is not sent again after a refusal', async () => {
    const change = script<string | Error>(taken);
    await expect(changeSafely(client(), change)).rejects.toBe(taken);
    expect(change.asked()).toBe(1);
  });
});
