import { backupPage } from '../../src/atlas/console-links.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openAtlas } from '../atlas-session.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { formatDuration } from '../format.ts';
import type { backups as definition } from './action.ts';
import { cancelRestore } from './cancel-restore.ts';
import { deleteOne } from './delete.ts';
import { describe } from './describe.ts';
import { info } from './info.ts';
import { list } from './list.ts';
import { listRestoreJobs } from './list-restore-jobs.ts';
import { restoreStatus } from './restore-status.ts';
import { findSubject } from './subject.ts';
import type { OperationName } from './words.ts';
import type { Inputs, Operation, Report } from './work.ts';

const operations: Readonly<Record<OperationName, Operation>> = {
  info,
  list,
  describe,
  delete: deleteOne,
  'list-restore-jobs': listRestoreJobs,
  'restore-status': restoreStatus,
  'cancel-restore': cancelRestore,
};

/** Does one operation on the backups of one cluster. */
export async function workOnBackups(
  inputs: Inputs,
  context: ActionContext<typeof definition>,
): Promise<ActionResult<typeof definition>> {
  const startedAt = context.clock.now();
  const { client, groupId } = await openAtlas(inputs, context);
  const address = { groupId, clusterName: inputs['cluster-name'] };
  try {
    const subject = await findSubject(client, address);
    const report = await operations[inputs.operation]({ client, subject, inputs, context });
    context.underway(undefined);
    const page = { text: 'Backups of this cluster in Atlas', url: backupPage(client.baseUrl, address) };
    return {
      outputs: { result: report.result, count: report.count, status: report.status },
      summary: summaryOf(report, { address, page, took: context.clock.now() - startedAt }),
    };
  } catch (error) {
    throw await explainRefusal(error, client, { address, explanations: unknownNames });
  }
}

function summaryOf(
  { title, facts, table, note }: Report,
  {
    address,
    page,
    took,
  }: {
    address: { readonly groupId: string; readonly clusterName: string };
    page: { readonly text: string; readonly url: string };
    took: number;
  },
): ActionResult['summary'] {
  return {
    title,
    facts: [
      ['Cluster', address.clusterName],
      ['Project', address.groupId],
      ...facts,
      ['The step took', formatDuration(took)],
    ],
    ...(table && { table }),
    links: [page],
    ...(note !== undefined && { note }),
  };
}
