#!/usr/bin/env python3
"""Writes a ten-day page of weather.com's size and shape (test ids, 15 rows, a quoted state) for the benchmark.

Place, weather and every sentence are invented; the same arguments give the same bytes. A real page of 2021 has about
3,300 elements, the rest of its megabyte being style sheets, icons and scripts; the default here is a page with far more
markup, which is the harder case for whoever parses it.
"""
import argparse
import datetime
import json
import random
import sys

CITY, DISTRICT, COUNTRY = "Brinkhaven", "Tidewater", "Netherlands"
LATITUDE, LONGITUDE = 52.114, 4.887
ZONE, OFFSET, ABBREVIATION = "Etc/GMT-1", "+0100", "CET"
PLACE_ID = "0b51c4a7" * 8
DAYS = 15
PHRASES = ["Partly Cloudy", "Showers", "Mostly Cloudy", "AM Rain", "Sunny", "Cloudy", "PM Showers/Wind"]
DAY_TIMES = [("Sunrise", "7:12 am"), ("Sunset", "6:40 pm")]
NIGHT_TIMES = [("Moonrise", "9:05 pm")]
POINTS = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
WORDS = "harbour lantern meadow ferry orchard kettle pebble willow anchor bramble candle thimble cobble heron".split()


def make_half(chance, temperature, uv):
    """One half of a day, as the state and the row both show it."""
    degrees = chance.randrange(360)
    return {
        "temperature": temperature,
        "wxPhraseLong": chance.choice(PHRASES),
        "precipChance": chance.randrange(0, 100, 5),
        "relativeHumidity": chance.randrange(40, 98),
        "windSpeed": chance.randrange(5, 45),
        "windDirection": degrees,
        "windDirectionCardinal": POINTS[int(degrees / 22.5 + 0.5) % 16],
        "uvIndex": uv,
        "cloudCover": chance.randrange(101),
        "narrative": sentence(chance),
    }


def make_days(chance, start):
    """The 15 days, each a date with its day and its night; nights are never warmer than their days."""
    days = []
    for number in range(DAYS):
        high = chance.randrange(8, 24)
        low = high - chance.randrange(3, 10)
        date = start + datetime.timedelta(days=number)
        days.append((date, make_half(chance, high, chance.randrange(1, 8)), make_half(chance, low, 0)))
    return days


def sentence(chance, words=9):
    """A sentence that means nothing."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def icon(name, title, chance):
    """An inline icon: its title is text too, which a reader has to leave out."""
    path = "".join(f"{chance.choice('MLhvlc')}{chance.randrange(24)} {chance.randrange(24)}" for _ in range(9))
    return (
        f'<svg set="current-conditions" name="{name}" class="Icon--icon--b7Kq2" theme="action" data-testid="Icon"'
        f' aria-hidden="true" role="img" viewBox="0 0 24 24"><title>{title}</title><path d="{path}z"></path></svg>'
    )


def wind(half):
    """A wind cell; a comment splits its text."""
    return (
        '<span data-testid="Wind" class="Wind--windWrapper--c3Vd8 undefined">'
        f'{half["windDirectionCardinal"]} <!-- -->{half["windSpeed"]} km/h</span>'
    )


def part(date, half, name, chance):
    """What a row shows of one half of the day when it is opened."""
    sun = "".join(
        f'<li data-testid="{key}Section" class="DetailsTable--listItem--e6Wf1">{icon(key.lower(), key, chance)}'
        f'<div class="DetailsTable--field--g9Xh4"><span data-testid="{key}Title">{key}</span>'
        f'<span data-testid="{key}Time" class="DetailsTable--value--i2Yj7">{time}</span></div></li>'
        for key, time in (DAY_TIMES if name == "Day" else NIGHT_TIMES)
    )
    return (
        '<div data-testid="DailyContent" class="DailyContent--DailyContent--k5Zl9">'
        '<h3 class="DailyContent--name--m8An3">'
        f'<span class="DailyContent--daypartDate--o1Bp6">{date:%a} {date.day}</span> | {name}</h3>'
        f'<span data-testid="TemperatureValue" class="DailyContent--temp--q4Cr9">{half["temperature"]}°</span>'
        f'<p data-testid="wxPhrase" class="DailyContent--narrative--s7Dt2">{half["narrative"]}</p></div>'
        f'<ul data-testid="DetailsTable" class="DetailsTable--DetailsTable--u1Ev5"><li data-testid="HumiditySection">'
        f'{icon("humidity", "Humidity", chance)}<div><span data-testid="HumidityTitle">Humidity</span>'
        f'<span data-testid="PercentageValue">{half["relativeHumidity"]}%</span></div></li>'
        f'<li data-testid="uvIndexSection">{icon("uv", "UV Level", chance)}<div><span data-testid="uvIndexTitle">'
        f'UV Index</span><span data-testid="UVIndexValue">{half["uvIndex"]} of 10</span></div></li>{sun}</ul>'
    )


def row(number, date, day, night, chance):
    """One day as the page shows it."""
    label = "Today" if number == 0 else f"{date:%a} {date.day}"
    return (
        f'<details class="Disclosure--themeList--w4Fx8"><summary class="Disclosure--Summary--y7Gz1" role="button">'
        f'<div id="detailIndex{number}" data-testid="DetailsSummary" class="DetailsSummary--DetailsSummary--a2Hb4">'
        f'<h2 data-testid="daypartName" class="DetailsSummary--daypartName--c5Jd7">{label}</h2>'
        f'<div data-testid="detailsTemperature" class="DetailsSummary--temperature--e8Kf1"><span data-testid='
        f'"TemperatureValue" class="DetailsSummary--highTempValue--g2Lh4">{day["temperature"]}°</span>'
        '<span data-testid="lowTempValue">/<span data-testid="TemperatureValue"'
        f' class="DetailsSummary--lowTempValue--i5Mj7">{night["temperature"]}°</span></span></div>'
        '<div data-testid="wxIcon" class="DetailsSummary--condition--k8Nl1">'
        f'{icon("wx", "Icon", chance)}'
        f'<span class="DetailsSummary--extendedData--m2On4">{day["wxPhraseLong"]}</span></div>'
        f'<div data-testid="Precip" class="DetailsSummary--precip--o5Pp7">{icon("precip-rain-single", "Rain", chance)}'
        f'<span data-testid="PercentageValue">{day["precipChance"]}%</span></div><div data-testid="wind">'
        f'{icon("wind", "Wind", chance)}{wind(day)}</div></div></summary><div class="DaypartDetails--Content--q8Qr1">'
        f'{part(date, day, "Day", chance)}{part(date, night, "Night", chance)}</div></details>'
    )


def loaded(data):
    """A bucket of a store, as the site's own programs keep it."""
    return {"loading": False, "loaded": True, "data": data, "status": 200, "statusText": "OK"}


def make_state(days, size, chance):
    """The state: the place and the forecast among stores that have nothing to do with either, `size` bytes of them."""
    halves = [half for _, day, night in days for half in (day, night)]

    def at(time):
        return [f"{date:%Y-%m-%d}T{time}{OFFSET}" for date, _, _ in days]

    daily = {
        "temperatureMax": [day["temperature"] for _, day, _ in days],
        "temperatureMin": [night["temperature"] for _, _, night in days],
        "calendarDayTemperatureMax": [day["temperature"] + 1 for _, day, _ in days],
        "calendarDayTemperatureMin": [night["temperature"] - 1 for _, _, night in days],
        "validTimeLocal": at("07:00:00"),
        "sunriseTimeLocal": at("07:12:00"),
        "sunsetTimeLocal": at("18:40:00"),
        "qpf": [0.4] * DAYS,
        "daypart": [{key: [half[key] for half in halves] for key in halves[0]}],
    }
    location = {
        "latitude": LATITUDE, "longitude": LONGITUDE, "city": CITY, "displayName": CITY, "adminDistrict": DISTRICT,
        "country": COUNTRY, "countryCode": "NL", "ianaTimeZone": ZONE, "placeId": PLACE_ID, "locId": None,
    }
    unrelated, length = {}, 0
    while length < size:
        text = [
            {"title": sentence(chance), "url": f"/own/{chance.randrange(10**6)}", "rank": chance.random()}
            for _ in range(20)
        ]
        unrelated[f"assetId:{chance.randrange(10**9)};language:en-US"] = loaded(text)
        length += len(json.dumps(json.dumps(text)))
    geocode = f"geocode:{LATITUDE:.2f},{LONGITUDE:.2f}"
    return {
        "page": {"path": f"/weather/tenday/l/{PLACE_ID}", "headers": {"twc-unit": "m"}, "pageKey": "tenday"},
        "dal": {
            "getContentMediaUrlConfig": unrelated,
            "getSunV3LocationPointUrlConfig": {f"language:en-US;placeId:{PLACE_ID}": loaded({"location": location})},
            "getSunV3DailyForecastWithHeadersUrlConfig": {
                f"duration:15day;{geocode};language:en-US;units:m": loaded(daily)
            },
        },
        "user": {"recentLocations": []},
    }


def filler(elements, chance):
    """About so many elements that say nothing: cards in lists in cards, with an icon in each."""
    cards = []
    for number in range(elements // 10):
        cards.append(
            f'<li class="Column--column--s1Rt4"><a class="Card--link--u4Sv7" href="/own/{number}"><div><div>'
            f'{icon("pin", "Pin", chance)}</div><h3 class="Card--title--w7Tx1"><span>{sentence(chance, 3)}</span></h3>'
            f"<p>{sentence(chance, 5)}</p></div></a></li>"
        )
    lists = [
        f'<section class="card Card--card--y1Uz4"><ul>{"".join(cards[first:first + 12])}</ul></section>'
        for first in range(0, len(cards), 12)
    ]
    return '<aside class="region-sidebar">' + "".join(lists) + "</aside>"


def make_page(options):
    """The whole page."""
    chance = random.Random(2372)
    days = make_days(chance, options.date)
    name = f"{CITY}, {DISTRICT}, {COUNTRY}"
    head = (
        f'<!DOCTYPE html><html dir="ltr" lang="en-US"><head><title>{name} 10-Day Weather Forecast</title>'
        '<meta charset="utf-8"></head><body><div id="appWrapper"><header><div data-testid="languageSelectorSection">'
        '<button aria-label="Open Localization Menu: NL °C">'
        ''
        '<span class="LanguageSelector--unitDisplay--a4Vb7">°C</span></button></div></header>'
        '<main id="MainContent"><section data-testid="DailyForecast"><h1><strong>10 Day Weather'
        f'</strong><span>-<span data-testid="PresentationName">{name}</span></span></h1>'
        f'<div class="DailyForecast--timestamp--c7Wd1">As of 8:05 am {ABBREVIATION}</div>'
    )
    rows = "".join(row(number, *day, chance) for number, day in enumerate(days))
    body = head + rows + "</section></main>" + filler(options.elements - rows.count("</"), chance) + "</div>"
    state = json.dumps(json.dumps(make_state(days, options.state, chance), separators=(",", ":")))
    # What is missing to the size stands in a script, as the site keeps its translations; it is the same with and
    # without the state, so that the two pages differ in the state alone.
    words, missing = [], options.size - len(body.encode()) - len(state)
    while missing > 0:
        words.append(sentence(chance, 12))
        missing -= len(words[-1]) + 5
    script = f"<script>window.__data=JSON.parse({state});</script>" if options.with_state else ""
    translations = json.dumps(json.dumps(words))
    return f"{body}{script}<script>window.__i18n=JSON.parse({translations});</script></body></html>\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", nargs="?", help="the file to write; standard output where it is left out")
    parser.add_argument("--no-state", dest="with_state", action="store_false", help="the same page without its state")
    parser.add_argument(
        "--date", type=datetime.date.fromisoformat, default=datetime.date.today(), help="the first day (today)"
    )
    parser.add_argument("--elements", type=int, default=3_300, help="about how many elements (3300, as the real page)")
    parser.add_argument("--state", type=int, default=290_000, help="about how many bytes of unrelated state (290000)")
    parser.add_argument("--size", type=int, default=1_100_000, help="about how many bytes in all (1100000)")
    options = parser.parse_args()
    page = make_page(options).encode()
    if options.output:
        with open(options.output, "wb") as file:
            file.write(page)
    else:
        sys.stdout.buffer.write(page)


if __name__ == "__main__":
    main()
