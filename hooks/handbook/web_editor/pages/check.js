// After a save on one's own machine: what the handbook's own check says, in a box until it is closed.

const SHOWN = 12;

export async function showCheck() {
  const answer = await fetch('check.json');
  if (!answer.ok) return;
  const findings = await answer.json();
  document.getElementById('check-result')?.remove();
  const errors = findings.filter((one) => one.severity === 'error');
  const box = element('section', '', { id: 'check-result', role: 'status' });
  box.append(element('h2', heading(errors.length, findings.length - errors.length)));
  const told = [...errors, ...findings.filter((one) => one.severity !== 'error')].slice(0, SHOWN);
  if (told.length) box.append(list(told));
  const close = element('button', 'Lukk', { type: 'button' });
  close.addEventListener('click', () => box.remove());
  box.append(close);
  document.body.append(box);
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
