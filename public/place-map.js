// Fetched with the map library after the tap that opens a map: a point, or the points of a line or an area, a tap each.
// All that is set is written into the form's own fields, which hold without this.
(() => {
  const text = ({ lat, lng }) => `${lat.toFixed(5)}, ${lng.toFixed(5)}`;

  /** A map under a crosshair; `pick` gets each tap, and the middle for Enter. */
  const ground = (frame, label, pick) => {
    const { L } = globalThis;
    frame.hidden = false;
    const canvas = document.createElement('div');
    canvas.style.height = '100%';
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', label);
    const cross = document.createElement('span');
    cross.className = 'crosshair';
    frame.append(canvas, cross);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const map = L.map(canvas, {
      ...{ zoomAnimation: !still, fadeAnimation: !still, inertia: !still, minZoom: 6, maxZoom: 17 },
      doubleClickZoom: false,
    });
    // Leaflet sets the attribution as HTML.
    const attribution = Object.assign(document.createElement('i'), {
      textContent: frame.dataset.attribution,
    }).innerHTML;
    L.tileLayer(frame.dataset.tiles, { attribution, maxZoom: 19, maxNativeZoom: Number(frame.dataset.finest) }).addTo(
      map,
    );
    map.attributionControl.setPrefix(false);
    L.control.scale({ imperial: false }).addTo(map);
    map.setView([39.9, 46.8], 8);
    map.on('click', ({ latlng }) => pick(latlng));
    canvas.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      pick(map.getCenter());
    });
    return { map, canvas };
  };

  const pin = (box, button) => {
    const { L } = globalThis;
    const value = (name) => box.querySelector(`[data-gets=${name}]`);
    let marker;
    const show = (at) => {
      marker ??= L.circleMarker(at, { radius: 9, color: '#1b2430', weight: 3, fillOpacity: 0.2 }).addTo(map);
      marker.setLatLng(at);
      box.querySelector('.found').textContent = text(at);
    };
    const { map, canvas } = ground(box.querySelector('.pin-map'), button.dataset.label, (at) => {
      value('pinLat').value = at.lat.toFixed(5);
      value('pinLng').value = at.lng.toFixed(5);
      value('pinZoom').value = map.getZoom();
      show(at);
    });
    if (value('pinLat').value) {
      const at = L.latLng(value('pinLat').value, value('pinLng').value);
      map.setView(at, Number(value('pinZoom').value) || 12);
      show(at);
    }
    button.hidden = true;
    canvas.focus();
  };

  /** Reads the rows that are written as this writes them, with points or decimal commas; others are the server's to read. */
  const read = (row) => {
    const [, lat, lng] = /^\s*(\d+[.,]\d+)[\s,;]+(\d+[.,]\d+)\s*$/.exec(row) ?? [];
    return lat ? globalThis.L.latLng(lat.replace(',', '.'), lng.replace(',', '.')) : null;
  };

  const draw = (box, button) => {
    const { L } = globalThis;
    const closes = button.dataset.map === 'area';
    const field = box.parentElement.querySelector('textarea');
    const zoom = box.querySelector('[data-gets=zoom]');
    const told = box.querySelector('.found');
    const frame = box.querySelector('.pin-map');
    const tools = frame.nextElementSibling;
    const rows = () => field.value.split('\n').filter((row) => row.trim());

    const write = (all) => {
      field.value = all.join('\n');
      show();
    };
    const { map, canvas } = ground(frame, button.dataset.label, (at) => {
      zoom.value = Math.min(Number(zoom.value) || 99, map.getZoom());
      write([...rows(), text(at)]);
    });
    const ink = { color: '#1b2430', weight: 3, interactive: false };
    const shape = (closes ? L.polygon : L.polyline)([], { ...ink, fillOpacity: 0.15 }).addTo(map);
    const corners = L.layerGroup().addTo(map);

    function show() {
      const all = rows();
      if (all.length === 0) zoom.value = '';
      const points = all.map(read).filter(Boolean);
      shape.setLatLngs(points);
      corners.clearLayers();
      for (const at of points)
        L.circleMarker(at, { ...ink, radius: 6, fillColor: '#fff', fillOpacity: 1 }).addTo(corners);
      const { kilometre, metre, mark } = JSON.parse(told.dataset.units);
      const ends = closes && points.length > 2 ? [...points, points[0]] : points;
      const metres = ends.slice(1).reduce((sum, at, i) => sum + map.distance(ends[i], at), 0);
      const length =
        metres < 1000
          ? `${Math.round(metres)} ${metre}`
          : `${(metres / 1000).toFixed(1).replace('.', mark)} ${kilometre}`;
      // where a row is the server's to read, its part of the length is not known here
      const [counted, measured] = told.dataset.drawn.split(' · ');
      const words = points.length === all.length ? `${counted} · ${measured}` : counted;
      told.textContent = all.length ? words.replace('{count}', all.length).replace('{length}', length) : '';
    }
    const open = (shown) => {
      frame.hidden = !shown;
      tools.hidden = !shown;
      button.hidden = shown;
    };
    const enter = () => {
      open(true);
      map.invalidateSize();
      show();
      const points = rows().map(read).filter(Boolean);
      if (points.length) map.fitBounds(L.latLngBounds(points), { maxZoom: 14, padding: [30, 30] });
      canvas.focus();
    };
    field.addEventListener('input', show);
    button.addEventListener('click', enter);
    box.querySelector('[data-undo]').addEventListener('click', () => write(rows().slice(0, -1)));
    box.querySelector('[data-done]').addEventListener('click', () => {
      open(false);
      button.focus();
    });
    enter();
  };

  globalThis.placeMap = (box, button) => (button.dataset.map === 'point' ? pin : draw)(box, button);
})();
