// Where tiles are configured: replaces the drawn map by Leaflet, with the same numbered pins. Loads Leaflet
// only when such a map is on the page; when anything fails, the drawn map stays.
//
// <div data-map data-points='[{"number":1,"latitude":…,"longitude":…,"name":"…","url":"…"}]'
//      data-here='{"latitude":…,"longitude":…,"name":"…"}' data-tiles="https://…/{z}/{x}/{y}.png"
//      data-attribution="© …" data-leaflet="/static/leaflet/leaflet.js" data-leaflet-style="/static/…css">

function loadStyle(address) {
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = address
  document.head.append(link)
}

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
}

function pin(point) {
  const disc = document.createElement("span")
  disc.className = "wm-map__number-text"
  disc.textContent = point.number
  const icon = L.divIcon({ className: "wm-map__disc", html: disc, iconSize: [26, 26] })
  const marker = L.marker([point.latitude, point.longitude], { icon, title: `${point.number}. ${point.name}`, alt: `${point.number}. ${point.name}` })
  const link = document.createElement("a")
  link.href = point.url
  link.textContent = point.name
  return marker.bindPopup(link)
}

function draw(place) {
  const points = JSON.parse(place.dataset.points)
  const here = place.dataset.here ? JSON.parse(place.dataset.here) : null
  if (!points.length && !here) return
  place.replaceChildren()
  place.classList.add("wm-map__tiles")
  const map = L.map(place, { scrollWheelZoom: false })
  L.tileLayer(place.dataset.tiles, { attribution: place.dataset.attribution, maxZoom: 18 }).addTo(map)
  const pins = L.featureGroup(points.map(pin)).addTo(map)
  if (here) {
    L.circleMarker([here.latitude, here.longitude], { radius: 7, color: "#fff", weight: 2, fillColor: "#a8321f", fillOpacity: 1 })
      .bindTooltip(here.name)
      .addTo(pins)
  }
  map.fitBounds(pins.getBounds(), { padding: [30, 30], maxZoom: 15 })
}

async function replaceDrawnMaps() {
  const places = [...document.querySelectorAll("[data-map]")]
  if (!places.length) return
  const { leaflet, leafletStyle } = places[0].dataset
  loadStyle(leafletStyle)
  await loadScript(leaflet)
  places.forEach(draw)
}

replaceDrawnMaps().catch(console.error)
