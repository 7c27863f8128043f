// Moves an item of a list with the arrow keys; Decap listens for mouse and touch alone.
//
// The list itself knows how to put an item in another place, and says it to Decap when somebody has
// dragged one. We ask it for the same. Decap is pinned, and a test moves an item and saves it.

const STEPS = new Map([['ArrowUp', -1], ['ArrowDown', 1]]);
const ITEM = '[class*="SortableListItem"]';
const HANDLE = ':scope > [class*="StyledListItemTopBar"] > [aria-roledescription]';

export function watchMoves(root) {
  const told = Object.assign(document.createElement('div'), { className: 'told' });
  told.setAttribute('role', 'status');
  document.body.append(told);
  root.addEventListener('keydown', (event) => {
    const item = event.target.closest?.(ITEM);
    if (!STEPS.has(event.key) || item?.querySelector(HANDLE) !== event.target) return;
    event.preventDefault();
    move(item, STEPS.get(event.key), (words) => { told.textContent = words; });
  });
}

function move(item, step, say) {
  const list = item.parentElement;
  const places = () => [...list.children].filter((child) => child.matches(ITEM));
  const from = places().indexOf(item);
  const to = from + step;
  if (to < 0 || to >= places().length) {
    say(step < 0 ? 'Punktet står først.' : 'Punktet står sist.');
    return;
  }
  sorterOf(item)({ oldIndex: from, newIndex: to });
  // Decap draws the list anew, and what has moved in a page loses the focus.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    places()[to].querySelector(HANDLE).focus();
    say(`Flyttet til plass ${to + 1} av ${places().length}.`);
  }));
}

// What the list around an item does when the item has been dragged to another place.
function sorterOf(item) {
  const key = Object.keys(item).find((name) => name.startsWith('__reactFiber$'));
  let part = item[key];
  while (part && !part.memoizedProps?.onSortEnd) part = part.return;
  return part.memoizedProps.onSortEnd;
}
