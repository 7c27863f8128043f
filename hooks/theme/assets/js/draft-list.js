/* The drafts of a form on this machine, to open or delete. Loaded when there are any. */
'use strict';

(function () {
  const rules = globalThis.handbookDrafts;
  const { button } = globalThis.handbookFields;
  const { dayOf } = globalThis.handbookAnswers;
  /** @typedef {{opened: (name: string, before: *, mode: string) => void, deleted: (name: string) => void}} Heard */

  /** @param {HTMLElement} list @param {*} keeper @param {string} broken what an older draft said that nobody can read @param {Heard} heard */
  function draw(list, keeper, broken, heard) {
    const open = keeper.mode === 'machine' ? keeper.draft.id : '';
    const lines = keeper.listed().filter((draft) => draft.id !== open).map((draft) => line(draft, keeper, heard));
    list.replaceChildren(...lines, ...(broken ? [brokenLine(broken, keeper, heard)] : []));
  }

  function line(draft, keeper, heard) {
    const name = draft.about || 'Utkast uten navn', late = rules.expired(draft);
    const open = button(late ? 'Behold' : 'Åpne', `${late ? 'Behold' : 'Åpne'} ${name}`);
    open.addEventListener('click', () => {
      if (late) keeper.renew(draft);
      keeper.save();
      const { draft: before, mode } = keeper;
      keeper.take(late ? { ...draft, until: Date.now() + rules.LIFE } : draft, 'machine');
      heard.opened(name, before, mode);
    });
    const gone = button('Slett', `Slett ${name}`);
    gone.addEventListener('click', () => {
      keeper.remove(draft.id);
      heard.deleted(name);
    });
    const asked = late ? ' Det er mer enn 30 dager siden noen skrev i det. Behold det eller slett det.' : '';
    return item(`${name}, sist endret ${dayOf(new Date(draft.seen))}.${asked} `, open, gone);
  }

  /** A draft nobody can read is handed over as it is. */
  function brokenLine(text, keeper, heard) {
    const take = button('Last ned det som ligger der', 'Last ned det som ligger der');
    take.addEventListener('click', () => globalThis.handbookFiles.download(new Blob([text], { type: 'text/plain' }), `${keeper.form}-utkast.txt`));
    const gone = button('Slett', 'Slett utkastet som ikke kan leses');
    gone.addEventListener('click', () => {
      keeper.dropOld();
      heard.deleted('som ikke kunne leses');
    });
    return item('Et eldre utkast kan ikke leses. ', take, gone);
  }

  function item(text, ...buttons) {
    const one = document.createElement('li');
    one.append(text, ...buttons.flatMap((button) => [button, ' ']));
    return one;
  }

  globalThis.handbookDraftList = { draw };
})();
