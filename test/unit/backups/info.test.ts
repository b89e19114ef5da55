import { describe, expect, it } from 'vitest';
import { scheduleWords } from '../../../actions/backups/schedule-words.ts';

const item = (frequencyType: string, frequencyInterval: number, retentionValue: number, retentionUnit: string) => ({
  frequencyType,
  frequencyInterval,
  retentionValue,
  retentionUnit,
});

describe('a schedule in words', () => {
  it.each([
    [item('hourly', 6, 7, 'days'), 'every 6 hours, kept for 7 days'],
    [item('hourly', 1, 1, 'days'), 'every hour, kept for 1 day'],
    [item('daily', 1, 7, 'days'), 'every day, kept for 7 days'],
    [item('weekly', 6, 4, 'weeks'), 'every week on Saturday, kept for 4 weeks'],
    [item('monthly', 40, 12, 'months'), 'every month on the last day, kept for 12 months'],
    [item('monthly', 15, 1, 'months'), 'every month on day 15, kept for 1 month'],
    [item('yearly', 12, 1, 'years'), 'every year in December, kept for 1 year'],
    [item('weekly', 9, 4, 'weeks'), 'every week on day 9, kept for 4 weeks'],
    [item('constructor', 2, 3, 'moons'), 'constructor (2), kept for 3 moons'],
  ])('%j: %s', (one, expected) => {
    expect(scheduleWords({ policyItems: [one] })).toEqual([expected]);
  });

  it('does without what Atlas does not say', () => {
    const bare = { frequencyInterval: undefined, retentionUnit: undefined, retentionValue: undefined };
    expect(scheduleWords({ policyItems: [{ frequencyType: 'ondemand', ...bare }] })).toEqual(['on demand']);
  });
});
