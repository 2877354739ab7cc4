import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportStates } from '../reports/input.ts';
import { advanced, transition, transitions } from './transitions.ts';

describe('transitions', () => {
  it('lets nobody type in a verified clue, a withdrawal or a replacement', () => {
    for (const from of reportStates) {
      for (const to of ['verified_clue', 'withdrawn', 'superseded'] as const)
        assert.notEqual(transition(from, to)?.by, 'moderator');
    }
  });
  it('asks a reason for every closing and every return', () => {
    for (const from of reportStates) {
      for (const to of ['rejected', 'duplicate', 'needs_info', 'unverified_lead'] as const) {
        const step = transition(from, to);
        if (step?.by === 'moderator') assert.ok(step.reason, `${from} -> ${to}`);
      }
    }
    assert.ok(transition('rejected', 'under_assessment')?.reason);
  });
  it('ends in withdrawn and leads nowhere from it', () => {
    assert.deepEqual(transitions.withdrawn, []);
    for (const from of reportStates.filter((state) => state !== 'withdrawn'))
      assert.ok(transition(from, 'withdrawn'), from);
  });
  it('carries a report only along steps of the table', () => {
    for (const from of reportStates) {
      for (const to of ['screened', 'under_assessment'] as const) {
        const after = advanced(from, to);
        assert.ok(after === from || transition(from, after), `${from} -> ${after}`);
      }
    }
  });
});
