// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IJurySeats} from "../IJurySeats.sol";
import {FreshJury} from "./Passkeys.t.sol";

/// @dev Who may sit, and until when.
contract SeatsTest is FreshJury {
    function test_an_academy_seats_a_passkey_for_a_period() public view {
        bytes32 anne = memberOf(ANNE);
        check(ledger.isSeated(ACADEMY, anne, TODAY), "from the first second");
        check(ledger.isSeated(ACADEMY, anne, TODAY + YEAR - 1), "until the last");
        check(!ledger.isSeated(ACADEMY, anne, TODAY + YEAR), "not after it");
        check(!ledger.isSeated(ACADEMY, anne, TODAY - 1), "not before");
        check(!ledger.isSeated(OTHER_ACADEMY, anne, TODAY), "on no other academy's juries");
        check(!ledger.isSeated(ACADEMY, memberOf(NOBODY), TODAY), "and nobody else");
        (bytes32 x, bytes32 y) = keyOf(ANNE);
        check(ledger.memberOf(x, y) == anne, "under the name of the key");
    }

    function test_a_start_already_past_counts_as_now() public {
        seat(ACADEMY, NOBODY, TODAY - DAY, TODAY + DAY);
        IJurySeats.Seat[] memory history = ledger.seatsOf(ACADEMY, memberOf(NOBODY));
        check(history.length == 1 && history[0].from == TODAY && history[0].recordedAt == TODAY, "nobody sat before");
        check(history[0].until == TODAY + DAY && history[0].endedAt == 0, "as given");
    }

    function test_only_who_issues_diplomas_seats_anyone() public {
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsNotEntitled.selector, SCHOOL));
        this.seatAs(SCHOOL, NOBODY, TODAY, TODAY + YEAR);
        withdraw(MINISTRY, ACADEMY, DIPLOMA, TODAY);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsNotEntitled.selector, ACADEMY));
        this.seatAs(ACADEMY, NOBODY, TODAY, TODAY + YEAR);
    }

    function test_refuses_a_key_that_is_no_point_of_the_curve() public {
        (bytes32 x, bytes32 y) = keyOf(NOBODY);
        bytes32 beside = bytes32(uint256(y) ^ 1);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsKeyInvalid.selector, x, beside));
        vm.prank(ACADEMY);
        ledger.seat(x, beside, TODAY, TODAY + YEAR);
    }

    function test_refuses_an_empty_period_and_one_already_over() public {
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsPeriodInvalid.selector, TODAY + 1, TODAY + 1));
        this.seatAs(ACADEMY, NOBODY, TODAY + 1, TODAY + 1);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsPeriodInvalid.selector, TODAY - 2, TODAY));
        this.seatAs(ACADEMY, NOBODY, TODAY - 2, TODAY);
    }

    function test_a_seat_is_given_again_once_it_is_over() public {
        bytes32 anne = memberOf(ANNE);
        vm.expectRevert(
            abi.encodeWithSelector(IJurySeats.JurySeatsAlreadySeated.selector, ACADEMY, anne, TODAY + YEAR)
        );
        this.seatAs(ACADEMY, ANNE, TODAY + YEAR, TODAY + 2 * YEAR);
        vm.warp(TODAY + YEAR);
        seat(ACADEMY, ANNE, TODAY + YEAR + DAY, TODAY + 2 * YEAR);
        check(!ledger.isSeated(ACADEMY, anne, TODAY + YEAR), "between the two");
        check(ledger.isSeated(ACADEMY, anne, TODAY + YEAR + DAY), "during the second");
        check(ledger.isSeated(ACADEMY, anne, TODAY), "what was true of the first stays true");
        check(ledger.seatsOf(ACADEMY, anne).length == 2, "both stay written");
    }

    function test_a_seat_ends_before_its_time_and_the_past_stays() public {
        endSeat(ANNE, TODAY + 5 * DAY);
        endSeat(ANNE, TODAY + DAY);
        bytes32 anne = memberOf(ANNE);
        check(ledger.isSeated(ACADEMY, anne, TODAY + DAY - 1), "until the date");
        check(!ledger.isSeated(ACADEMY, anne, TODAY + DAY), "and no longer");
        check(ledger.seatsOf(ACADEMY, anne)[0].until == TODAY + YEAR, "what was given stays written");
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsNotSeated.selector, ACADEMY, anne));
        endSeat(ANNE, TODAY + 2 * DAY);
    }

    function test_refuses_to_end_before_the_next_second_or_what_was_never_given() public {
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsDateInPast.selector, TODAY));
        endSeat(ANNE, TODAY);
        bytes32 nobody = memberOf(NOBODY);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsNotSeated.selector, ACADEMY, nobody));
        endSeat(NOBODY, TODAY + 1);
    }

    function test_an_academy_that_closed_still_ends_what_it_gave() public {
        withdraw(MINISTRY, ACADEMY, DIPLOMA, TODAY);
        endSeat(ANNE, TODAY + 1);
        check(!ledger.isSeated(ACADEMY, memberOf(ANNE), TODAY + 1), "from the next second");
    }

    function testFuzz_any_key_of_the_curve_may_sit(uint256 person) public {
        person = 1000 + person % 2 ** 250;
        seat(ACADEMY, person, TODAY, TODAY + DAY);
        check(ledger.isSeated(ACADEMY, memberOf(person), TODAY), "under its own name");
    }

    /// @dev From outside, so that the refusal expected is that of the ledger and not of a cheat code before it.
    function seatAs(address issuer, uint256 person, uint48 from, uint48 until) external {
        seat(issuer, person, from, until);
    }
}
