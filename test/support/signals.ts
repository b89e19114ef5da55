import { it } from 'vitest';

/** A test that interrupts a process. Windows has no signals: a process that is sent one there ends at once, and can do nothing about it. */
export const itWithSignals = it.skipIf(process.platform === 'win32');
