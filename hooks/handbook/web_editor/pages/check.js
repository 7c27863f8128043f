// After a save on one's own machine: whether it was saved, and what the handbook's own check says, in a
// box until it is closed. There is one box; what it said of the save before is gone.

const SHOWN = 12;
const SAVE = '"action":"persistEntry"';

// Says so when a save is refused, whatever the editor itself makes of the answer. Tells the server which
// tab asks, so that one tab's save is not written over by another that has not seen it.
export function watchSaves() {
  const ask = window.fetch;
  const tab = crypto.randomUUID();
  window.fetch = async (address, given) => {
    const options = given?.method === 'POST' ? { ...given, headers: { ...given.headers, 'X-Tab': tab } } : given;
    const saves = typeof options?.body === 'string' && options.body.includes(SAVE);
    if (saves) clear();
    try {
      const answer = await ask(address, options);
      if (saves && !answer.ok) showRefused((await answer.clone().json()).error);
      return answer;
    } catch (error) {
      if (saves) showRefused('Redigeringen er stoppet i terminalen. Ta vare på teksten din, og start «make editor» igjen.');
      throw error;
    }
  };
}

function clear() {
  document.getElementById('check-result')?.remove();
}

function showRefused(reason) {
  clear();
  const box = element('section', '', { id: 'check-result', role: 'alert' });
  box.append(element('h2', 'Ikke lagret'), element('p', reason), closing(box));
  document.body.append(box);
}

export async function showCheck() {
  const answer = await fetch('check.json');
  if (!answer.ok) return;
  const findings = await answer.json();
  clear();
  const errors = findings.filter((one) => one.severity === 'error');
  const box = element('section', '', { id: 'check-result', role: 'status' });
  box.append(element('h2', heading(errors.length, findings.length - errors.length)));
  const told = [...errors, ...findings.filter((one) => one.severity !== 'error')].slice(0, SHOWN);
  if (told.length) box.append(list(told));
  box.append(closing(box));
  document.body.append(box);
}

function closing(box) {
  const close = element('button', 'Lukk', { type: 'button' });
  close.addEventListener('click', () => box.remove());
  return close;
}

function heading(errors, warnings) {
  if (!errors && !warnings) return 'Lagret. Kontrollen fant ingen feil.';
  const mild = `${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}`;
  return errors ? `Lagret, men kontrollen fant ${errors} feil og ${mild}` : `Lagret. Ingen feil, ${mild}`;
}

function list(findings) {
  const all = element('ul');
  for (const { file, line, problem, found, fix } of findings) {
    const words = [found ? `${problem}: ${found}` : problem, fix && `Slik retter du det: ${fix}`];
    all.append(element('li', `${words.filter(Boolean).join('. ')} (${file}, linje ${line})`));
  }
  return all;
}

function element(name, words = '', attributes = {}) {
  const made = document.createElement(name);
  made.textContent = words;
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  return made;
}
