import { notFound } from './answers.ts';
import { issueOf, type Operation } from './operation.ts';

/** Pull requests, as far as one asks for their state. */
export const pullRequests: readonly Operation[] = [
  {
    method: 'GET',
    path: '/pulls/{number}',
    needs: [{ permission: 'pull-requests', level: 'read' }],
    handle: (call) => {
      const { number, state, merged, locked, isPullRequest } = issueOf(call);
      if (!isPullRequest) throw notFound();
      const html_url = `https://github.com/${call.repository.name}/pull/${number}`;
      const base = { repo: { id: call.repository.id, full_name: call.repository.name } };
      return { status: 200, body: { number, state, merged, locked, html_url, base } };
    },
  },
];
