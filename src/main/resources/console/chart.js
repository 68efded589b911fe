// Draws a route's runs over time: how long each took and how many records it read. A drag over the chart leads to the list of the runs
// of that span. Without this script the page has a drawing of the latest runs, and the list.
(function () {
  'use strict';

  function colour(name) {
    var probe = document.createElement('span');
    probe.style.color = 'var(--' + name + ')';
    document.body.append(probe);
    var shown = getComputedStyle(probe).color;
    probe.remove();
    return shown;
  }

  function seconds(run) {
    return (new Date(run.finishedAt) - new Date(run.startedAt)) / 1000;
  }

  function columns(runs) {
    var ended = runs.filter(function (run) { return run.startedAt && run.finishedAt && !run.dryRun; }).reverse();
    return [
      ended.map(function (run) { return new Date(run.createdAt) / 1000; }),
      ended.map(seconds),
      ended.map(function (run) { return run.counts.read; })
    ];
  }

  function draw(place, data) {
    var grid = { stroke: colour('line'), width: 1 };
    function axis(more) {
      return Object.assign({ stroke: colour('dim'), grid: grid, ticks: grid }, more);
    }
    var plot = new uPlot({
      width: place.clientWidth,
      height: 220,
      tzDate: function (at) { return uPlot.tzDate(new Date(at * 1000), place.dataset.zone); },
      cursor: { drag: { x: true, y: false, setScale: false } },
      scales: { x: { time: true }, s: { range: function (u, low, high) { return [0, high || 1]; } }, n: { range: function (u, low, high) { return [0, high || 1]; } } },
      series: [
        { label: 'Asked for' },
        { label: 'Seconds', scale: 's', stroke: colour('accent'), width: 1.5, points: { size: 5 } },
        { label: 'Records read', scale: 'n', stroke: colour('hold'), width: 1.5, dash: [5, 3], points: { size: 5 } }
      ],
      axes: [
        axis({}),
        axis({ scale: 's', label: 'Seconds', size: 60 }),
        axis({ scale: 'n', side: 1, label: 'Records read', size: 70, grid: { show: false } })
      ],
      hooks: {
        setSelect: [function (u) {
          if (u.select.width > 4) {
            var from = new Date(Math.floor(u.posToVal(u.select.left, 'x')) * 1000);
            var to = new Date(Math.ceil(u.posToVal(u.select.left + u.select.width, 'x') + 1) * 1000);
            location.assign(place.dataset.runs + '&from=' + from.toISOString() + '&to=' + to.toISOString());
          }
        }]
      }
    }, data, place);
    new ResizeObserver(function () { plot.setSize({ width: place.clientWidth, height: 220 }); }).observe(place);
  }

  document.querySelectorAll('[data-chart]').forEach(function (place) {
    fetch(place.dataset.chart, { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
      .then(function (list) {
        var data = columns(list.items);
        if (data[0].length > 1) {
          place.hidden = false;
          document.getElementById(place.dataset.instead).hidden = true;
          draw(place, data);
        }
      })
      .catch(function () { // the drawing that was there says the same
        place.hidden = true;
        document.getElementById(place.dataset.instead).hidden = false;
      });
  });
})();
