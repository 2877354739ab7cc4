const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const line = '<span class="write"></span>';
const one = '<span class="mark" aria-hidden="true">○</span> ';
const several = '<span class="mark" aria-hidden="true">□</span> ';

/**
 * The form's own questions as they stand on paper: choices become marks to tick, fields room to write, buttons go. It
 * works on the renderer's output, so that a question that changes on the screen changes on the paper too.
 */
export const onPaper = (html: string): string =>
  html
    .replaceAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g, (_, tag: string, body: string) => {
      const options = [...body.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)];
      const told = options.filter(([, option = '']) => attribute(option, 'value') !== '');
      // twelve months are quicker written than ticked
      if (told.length === 0 || /_m$/.test(attribute(tag, 'name'))) return line;
      return `<span class="ticks">${told.map(([, , label]) => `<span>${one}${label}</span>`).join(' ')}</span>`;
    })
    .replaceAll(/<input\b([^>]*)>/g, (_, tag: string) => {
      const type = attribute(tag, 'type');
      if (type === 'hidden') return '';
      if (type === 'radio') return one;
      return type === 'checkbox' ? several : line;
    })
    .replaceAll(/<textarea\b[^>]*>[\s\S]*?<\/textarea>/g, '<span class="write-much"></span>')
    .replaceAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g, (_, tag: string, label: string) =>
      attribute(tag, 'name') === 'door' ? `<p class="door-on-paper">${one}${label}</p>` : '',
    )
    .replaceAll(/ (id|for|aria-describedby|aria-labelledby|tabindex)="[^"]*"/g, '')
    .replaceAll(/<(\/?)details\b/g, '<$1div')
    .replaceAll(/<(\/?)summary\b/g, '<$1p')
    // the sheet has a heading of its own
    .replaceAll(/<h1\b(?![^>]*class="sheet-title")[^>]*>([\s\S]*?)<\/h1>/g, '<h3>$1</h3>');
