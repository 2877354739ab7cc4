import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onPaper } from './on-paper.ts';

describe('a question on paper', () => {
  it('ticks choices, leaves room for words, and drops what only a screen can do', () => {
    const paper = onPaper(
      '<h1 id="x">Where?</h1><input type="radio" id="a" name="a" value="1"/><label for="a">One</label>' +
        '<input type="checkbox" name="b"/><input type="hidden" name="c" value="7"/><textarea name="d" rows="3"></textarea>' +
        '<select name="e"><option value="" selected="">I don’t know</option><option value="f">Female</option></select>' +
        '<select name="day_m"><option value=""></option><option value="1">January</option></select><button type="button">Map</button>' +
        '<details><summary>Injuries</summary>eyes</details>',
    );
    assert.match(paper, /^<h3>Where\?<\/h3><span class="mark" aria-hidden="true">○<\/span> <label>One<\/label>/);
    assert.ok(paper.includes('□') && paper.includes('write-much') && paper.includes('Female'));
    // what is folded away on the screen lies open on paper
    assert.ok(paper.includes('<div><p>Injuries</p>eyes</div>'));
    assert.doesNotMatch(paper, /<(input|select|textarea|button)|I don’t know|January|Map|value=/);
  });
});
