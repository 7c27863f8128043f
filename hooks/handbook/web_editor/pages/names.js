// Names for the buttons that Decap leaves without, and Norwegian for words it has no setting for.
//
// Decap draws and redraws; what is done here is done again after every change. The class names are
// those of Decap 3.16 – a test opens the forms and fails when a button is without a name.

const ENGLISH = new Map([
  ['No options', 'Ingen treff'],
  ['Loading...', 'Laster …'],
]);
// Nothing in the handbook has pictures of its own, and a local save has no preview on a server.
const NOT_HERE = new Set(['Bilder', 'Kontroller forhåndsvisning', 'Vis forhåndsvisning']);
const DRAG = 'Flytt punktet med pil opp og pil ned, eller dra med musa.';

export function watchNames(root) {
  let waiting = false;
  const again = () => {
    waiting = false;
    name(root);
  };
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(again);
    }
  }).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
}

function name(root) {
  const each = (selector, act) => root.querySelectorAll(selector).forEach(act);
  each('[class*="StyledListItemTopBar"]', nameItem);
  each('[class*="ControlContainer"]', nameField);
  each('[aria-label^="Remove "], [aria-label="close"]', nameInNorwegian);
  each('[id^="DndDescribedBy"]', (one) => say(one, DRAG));
  each('[class*="AppHeaderButton"], [class*="DeployPreviewButton"], [class*="RefreshPreviewButton"]', hide);
  each('[class$="-NoOptionsMessage"], [class*="-menu"] div:not(:has(*))', translate);
}

// The bar above a list item: fold, drag, remove. The item's summary stands right below it.
function nameItem(bar) {
  const summary = bar.nextElementSibling;
  if (/^No [a-z_]+$/.test(summary?.textContent)) say(summary, '(ikke fylt ut ennå)');
  const told = summary?.textContent.trim().slice(0, 80) || 'punkt uten navn';
  const open = !summary || getComputedStyle(summary).display === 'none';
  const [fold, ...others] = bar.querySelectorAll(':scope > button');
  if (fold) {
    put(fold, 'aria-label', `${open ? 'Lukk' : 'Åpne'}: ${told}`);
    put(fold, 'aria-expanded', String(open));
  }
  others.forEach((button) => put(button, 'aria-label', `Fjern: ${told}`));
  const handle = bar.querySelector(':scope > [aria-roledescription]');
  if (!handle) return;
  put(handle, 'aria-label', `Flytt: ${told}`);
  put(handle, 'aria-roledescription', 'kan flyttes');
}

// Decap names a field's frame after its widget: «string», «text». Its label says it in Norwegian.
function nameField(frame) {
  const label = frame.querySelector('label');
  if (label) put(frame, 'aria-label', label.textContent.trim());
}

// A chosen value's cross, and the cross on a message.
function nameInNorwegian(button) {
  const told = button.getAttribute('aria-label');
  put(button, 'aria-label', told === 'close' ? 'Lukk meldingen' : told.replace(/^Remove /, 'Fjern: '));
}

function hide(element) {
  if (NOT_HERE.has(element.textContent.trim())) element.hidden = true;
}

function translate(element) {
  const words = ENGLISH.get(element.textContent);
  if (words) say(element, words);
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function put(element, attribute, value) {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}
